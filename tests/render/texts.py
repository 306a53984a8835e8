"""Texts and imports that the fixtures are made of."""

from __future__ import annotations

from typing import LiteralString

from sdksmith.plan.package import ImportView
from sdksmith.text.pysource import Code

HOSTILE = (
    'ends """ + (1/0) + """ with \\ and\u2028import os # type: ignore\n{{ 7 * 7 }} "'
)
LONG = (
    "A sentence that is said again and again until it no longer fits on one line. " * 3
)

STATUSES = [f"status {number}" for number in range(12)]


def from_(module: LiteralString, *names: LiteralString) -> ImportView:
    return ImportView(Code(module), tuple(map(Code, names)))
