"""Tests against programs that others wrote."""
