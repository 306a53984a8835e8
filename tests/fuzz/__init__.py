"""Fuzzers: hostile text, damaged documents and damaged bytes; see tests/README.md."""
