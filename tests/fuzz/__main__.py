"""Fuzzers of the generator.

    python -m tests.fuzz fields --seed 1 --count 1000
    python -m tests.fuzz all --seed 1 --seconds 120

`fields` puts hostile strings into every field of the specifications, `mutations` changes
real documents, `bytes` damages the text of documents. A case is a function of fuzzer, seed
and number. For the first failure of each kind, the document is reduced and kept with the
command that reproduces it. Exits with 1 after a failure.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.fuzz.cases import FUZZERS
from tests.fuzz.session import Plan, run_sessions

PRELOADED: Final = (
    *("sdksmith.bundle", "sdksmith.config.overrides", "sdksmith.config.plan_settings"),
    *("sdksmith.load.yaml.text", "sdksmith.model.build", "sdksmith.output.verify"),
    *("sdksmith.plan", "sdksmith.repair.engine.passes", "sdksmith.render.environment"),
    *("sdksmith.upgrade", "sdksmith.validate.validation", "sdksmith.workers.rendering"),
    *("httpx2", "jsonschema_rs", "pydantic", "pytest"),
)
"""Modules that workers need; they are forked with them."""

SHARES: Final = {"fields": 0.4, "mutations": 0.4, "bytes": 0.2}
"""Parts of the time that `all` spends on each fuzzer."""

CHECKS_SHARE: Final = 0.35
"""Part of the time that is left for the checks of whole clients."""


def main() -> int:
    """Run the fuzzers of the command line; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("fuzzer", choices=[*FUZZERS, "all"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first case")
    parser.add_argument("--count", type=int, default=1_000_000, help="number of cases")
    parser.add_argument("--seconds", type=float, help="time limit for all of the run")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="folder for failing documents")
    parser.add_argument(
        "--no-clients", action="store_true", help="omit import, mypy, build and tests"
    )
    arguments = parser.parse_args()
    keep = arguments.keep or Path(tempfile.gettempdir(), "sdksmith-fuzz")
    for name in PRELOADED:
        importlib.import_module(name)
    is_all = arguments.fuzzer == "all"
    plans: list[Plan] = []
    for fuzzer in FUZZERS if is_all else [arguments.fuzzer]:
        seconds = arguments.seconds
        if seconds is not None:
            seconds *= SHARES[fuzzer] if is_all else 1
            seconds *= 1 if arguments.no_clients else 1 - CHECKS_SHARE
        plans.append(
            Plan(
                fuzzer=fuzzer,
                seed=arguments.seed,
                start=arguments.start,
                cases=arguments.count,
                jobs=arguments.jobs,
                keep=keep,
                seconds=seconds,
                checks_clients=not arguments.no_clients,
            )
        )
    return 0 if run_sessions(plans, arguments.seconds) else 1


if __name__ == "__main__":
    sys.exit(main())
