"""Let openapi-core judge the requests and responses of clients of random documents.

    python -m tests.corpus.judge ROOT... --output FOLDER --sample 60 --seed 13

For each document, a client is generated, its smoke tests run with a mock transport, and
openapi-core validates each request and sample response against the original document.
The exit code is 1 if less than 99.5 % of the operations are accepted. See README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from ..documents import find_documents
from ..outcome import Outcome, Stage
from ..run import generate_client

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
GOAL = 0.995
"""Share of the operations that must be accepted."""


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="tests.corpus.judge", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--output", type=Path, required=True, help="folder of the run")
    parser.add_argument("--sample", type=int, help="only so many, chosen by --seed")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--timeout", type=float, default=600.0, help="seconds, each")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="judge the recorded calls")
    parser.add_argument("--all", action="store_true", help="show the excluded ones too")
    return parser.parse_args()


def choose_documents(roots: list[Path], sample: int | None, seed: int) -> list[Path]:
    """Return the documents to judge: JSON files of OpenAPI 3, which openapi-core reads."""
    paths = [
        item.path
        for item in find_documents(roots)
        if item.path.suffix == ".json" and b'"openapi"' in item.path.read_bytes()
    ]
    if sample is not None and sample < len(paths):
        chosen = random.Random(seed).sample(range(len(paths)), sample)
        paths = [paths[index] for index in sorted(chosen)]
    return paths


def make_environment(folder: Path) -> Path:
    """Return the interpreter of an environment with openapi-core."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        packages = project["dependency-groups"]["judge"]
        command = [str(python), "-m", "pip", "install", "--quiet", *packages]
        subprocess.run(command, check=True)
    return python


def record_calls(outcome: Outcome, traffic: Path, timeout: float) -> None:
    """Run the smoke tests of a client and record their calls."""
    traffic.write_text("")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += ["-p", "tests.corpus.judge.recorder", "--rootdir", ".", "tests"]
    path = os.pathsep.join((str(outcome.folder / "src"), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, "SDKSMITH_TRAFFIC": str(traffic)}
    subprocess.run(
        command,
        cwd=outcome.folder,
        env=environment,
        capture_output=True,
        timeout=timeout,
        check=False,
    )


def call_operations(path: Path, folder: Path, timeout: float) -> str:
    """Generate the client of a document and record its calls; return any failure."""
    outcome = generate_client("judge", path, folder, timeout)
    traffic = folder.with_suffix(".jsonl")
    if outcome.stage is Stage.GENERATED:
        record_calls(outcome, traffic, timeout)
        return ""
    traffic.write_text("")
    # A document may describe nothing but a server.
    return f"not generated: {outcome.message}" if outcome.there else ""


def judge_document(
    path: Path, traffic: Path, python: Path, timeout: float
) -> list[dict[str, str]]:
    """Return the verdicts about the recorded calls of the client of a document."""
    done = subprocess.run(
        [str(python), "-W", "ignore", HERE / "verdicts.py", str(path), str(traffic)],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    if done.returncode:
        return [_failure(path, f"openapi-core: {done.stderr.strip()[-400:]}")]
    return [json.loads(line) for line in done.stdout.splitlines()]


def _failure(path: Path, message: str) -> dict[str, str]:
    return {"operation": path.name, "request": message, "response": "", "url": ""}


def read_exclusions() -> list[dict[str, str]]:
    """Return the verdicts that are wrong, with the reason and section for each."""
    text = (HERE / "exclusions.yaml").read_text("utf-8")
    read: list[dict[str, str]] = yaml.safe_load(text) or []
    return read


def find_exclusion(
    exclusions: list[dict[str, str]], name: str, verdict: dict[str, str]
) -> dict[str, str] | None:
    """Return the exclusion of a rejected call, if there is one."""
    for item in exclusions:
        sides = ("request", "response") if item["side"] == "any" else (item["side"],)
        if (
            item.get("document", name) == name
            and re.search(item.get("url", ""), verdict["url"])
            and any(
                verdict[side] and item["message"] in verdict[side] for side in sides
            )
        ):
            return item
    return None


def summarise(
    results: dict[str, list[dict[str, str]]], exclusions: list[dict[str, str]]
) -> tuple[Counter[str], list[str]]:
    """Return the numbers of operations by result, and a line for each rejected call."""
    total: Counter[str] = Counter()
    lines: list[str] = []
    for name, verdicts in results.items():
        states: dict[str, str] = {}
        for verdict in verdicts:
            state = "accepted"
            if verdict["request"] or verdict["response"]:
                found = find_exclusion(exclusions, name, verdict)
                state = "rejected" if found is None else "excluded"
                lines.append(_line(name, verdict, state))
            known = states.get(verdict["operation"], "accepted")
            states[verdict["operation"]] = max(known, state)
        total.update(states.values())
    return total, lines


def _line(name: str, verdict: dict[str, str], state: str) -> str:
    sides = [f"{side}: {verdict[side]}" for side in ("request", "response")]
    said = "; ".join(text for text in sides if not text.endswith(": "))
    return f"{state}: {name} {verdict['operation']} ({verdict['url']}): {said}"


def main() -> int:
    """Judge the documents, print the rejected operations and return the exit code."""
    given = parse_arguments()
    given.output.mkdir(parents=True, exist_ok=True)
    python = make_environment(given.output / "environment")
    paths = choose_documents(given.roots, given.sample, given.seed)

    def judge(numbered: tuple[int, Path]) -> tuple[str, list[dict[str, str]]]:
        number, path = numbered
        folder = given.output / f"c{number}"
        traffic = folder.with_suffix(".jsonl")
        name = "/".join(path.with_suffix("").parts[-2:])
        try:
            if not (given.again and traffic.exists()):
                failure = call_operations(path, folder, given.timeout)
                if failure:
                    return name, [_failure(path, failure)]
            return name, judge_document(path, traffic, python, given.timeout)
        except subprocess.TimeoutExpired as error:
            return name, [_failure(path, str(error)[-200:])]

    with ThreadPoolExecutor(given.jobs) as pool:
        results = dict(pool.map(judge, enumerate(paths)))
    (given.output / "verdicts.json").write_text(json.dumps(results, indent=1))
    exclusions = read_exclusions()
    total, lines = summarise(results, exclusions)
    for line in lines:
        if given.all or line.startswith("rejected"):
            print(line)
    return report(total, len(paths))


def report(total: Counter[str], documents: int) -> int:
    """Print the numbers and return the exit code."""
    judged = total["accepted"] + total["rejected"]
    share = total["accepted"] / judged if judged else 0.0
    print(
        f"{documents} documents, {judged} operations judged: "
        f"{total['accepted']} accepted ({share:.2%}), {total['rejected']} rejected; "
        f"{total['excluded']} excluded"
    )
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
