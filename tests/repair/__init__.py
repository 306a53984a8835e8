"""Tests of the repair stage: its engine, and each rule from the registry."""
