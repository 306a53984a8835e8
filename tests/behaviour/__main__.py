"""Run the client of each document against a server that reads the document on its own.

    python -m tests.behaviour DOCUMENT... [--minimal]

It prints how many sample calls the client made, how many the server accepted, and of how
many the client decoded the answer, strictly; then each that fell short.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from sdksmith.report.diagnostics import DocumentError

from .sample_run import drive


def main() -> int:
    """Return 1 when a call fell short."""
    parser = argparse.ArgumentParser(prog="tests.behaviour", description=__doc__)
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument(
        "--minimal",
        action="store_true",
        help="give only the arguments that are required",
    )
    arguments = parser.parse_args()
    fell_short = False
    for spec in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = drive(spec, Path(folder), thorough=not arguments.minimal)
            except DocumentError as error:
                print(f"{spec}: refused: {error.diagnostic.message}")
                continue
        figures = f"made {result.made} accepted {result.accepted}"
        figures += f" decoded {result.decoded} unanswered {len(result.unanswered)}"
        print(f"{spec}: {figures}", flush=True)
        fell_short = fell_short or not result.is_clean
        for call, text in result.refused.items():
            print(f"  {call}\n    refused: {text}")
        for call, text in result.undecoded.items():
            print(f"  {call}\n    not decoded: {text}")
    return int(fell_short)


if __name__ == "__main__":
    sys.exit(main())
