"""Oracles: what holds for each client, checked without the code of the generator."""
