"""Small documents, and the command line run in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from sdksmith.cli.app import app

ROOT = Path(__file__).parents[2]
STRIPE_INVOICES = ROOT / "specs" / "stripe-invoices" / "spec.yaml"

CLEAN = """\
swagger: "2.0"
info: {title: Parcels, version: "1"}
host: parcels.example.com
schemes: [https]
paths:
  /parcels:
    get:
      responses:
        200: {description: Parcels., schema: {type: array, items: {type: string}}}
"""
# The placeholder must be guessed.
GUESSED = CLEAN + "  /parcels/{id}:\n    get: {responses: {200: {description: One.}}}\n"
EMPTY = 'swagger: "2.0"\ninfo: {title: Nothing, version: "1"}\npaths: {}\n'


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(item) for item in arguments], input=stdin)
