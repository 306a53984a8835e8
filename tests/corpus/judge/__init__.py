"""Judgement of clients by openapi-core, which interprets documents independently."""
