"""Entry point of the `sdksmith` command and of `python -m sdksmith`."""

from __future__ import annotations

import sys

from .cli.process import exit_code_of, prepare_process
from .workers.pool import prestart_worker


def main() -> None:
    """Run the CLI.

    The render worker starts first: it loads its modules during the 0.2 s that the CLI
    needs to import typer and parse the options.
    """
    try:
        prepare_process()
        if sys.argv[1:2] == ["generate"] and "--help" not in sys.argv:
            prestart_worker()
        from .cli.app import main as run

        run()
    except KeyboardInterrupt as interrupt:
        sys.exit(exit_code_of(interrupt))


if __name__ == "__main__":
    main()
