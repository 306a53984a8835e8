"""Repair stage: rules that correct API documents, and the engine that applies them."""
