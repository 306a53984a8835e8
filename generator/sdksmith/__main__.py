"""The command `sdksmith`, and `python -m sdksmith`."""

from __future__ import annotations

import sys

from .press import start_early


def main() -> None:
    """Run the command line.

    Reading the options takes 0.2 s, which the process that renders can use.
    """
    if sys.argv[1:2] == ["generate"] and "--help" not in sys.argv:
        start_early()
    from .cli import main as run

    run()


if __name__ == "__main__":
    main()
