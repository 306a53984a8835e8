"""Interpretations of invalid input that several rules share."""
