"""Entry point of the `sdksmith` command and of `python -m sdksmith`."""

from __future__ import annotations

import sys

from .cli.process import exit_code_of, prepare_process


def main() -> None:
    """Run the CLI."""
    try:
        prepare_process()
        from .cli.app import main as run

        run()
    except KeyboardInterrupt as interrupt:
        sys.exit(exit_code_of(interrupt))


if __name__ == "__main__":
    main()
