"""Run the clients of documents against a server that interprets them independently.

    python -m tests.behaviour DOCUMENT... [--minimal]

It prints the number of sample calls, of calls that the server accepted, and of responses
that the client decoded in strict mode, and then each failure.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from sdksmith.report.diagnostics import DocumentError

from .sample_run import run_client


def main() -> int:
    """Run the clients; return 1 if a call failed."""
    parser = argparse.ArgumentParser(
        prog="tests.behaviour",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument(
        "--minimal",
        action="store_true",
        help="give only the arguments that are required",
    )
    arguments = parser.parse_args()
    has_failed = False
    for spec in arguments.documents:
        with tempfile.TemporaryDirectory() as folder:
            try:
                result = run_client(spec, Path(folder), thorough=not arguments.minimal)
            except DocumentError as error:
                print(f"{spec}: refused: {error.diagnostic.message}")
                continue
        figures = f"made {result.made} accepted {result.accepted}"
        figures += (
            f" decoded {result.decoded} unanswered {len(result.without_response)}"
        )
        print(f"{spec}: {figures}", flush=True)
        has_failed = has_failed or not result.is_clean
        for call, text in result.refused.items():
            print(f"  {call}\n    refused: {text}")
        for call, text in result.undecoded.items():
            print(f"  {call}\n    not decoded: {text}")
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
