"""Rewrite the generated files of the project: `python -m tests.regen [CASE ...]`.

These are the expected clients of the cases, the clients in `generated/`, the modules of
`templates/runtime` that depend on the features, and the generated parts of the
documentation. With names of cases, only those are rewritten. Commit the
output separately.
"""

from __future__ import annotations

import ast
import contextlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from sdksmith import (
    Diagnostic,
    explanations,
    format_diagnostics,
    generate,
    repair_document,
)

from tests.cases.case import Case, find_cases, without_runtime
from tests.composed_runtime import regenerate_runtime

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
REPAIRS = ROOT / "generator" / "docs" / "repairs.md"
SPECS = ROOT / "specs"
GENERATED = ROOT / "generated"

STRIPE_INVOICES = SPECS / "stripe-invoices" / "spec.yaml"
SHOWN = "/paths/~1invoices~1{invoice}/get"
"""Operation of `stripe-invoices` that the README shows."""


def regenerate_case(case: Case) -> None:
    """Write the diagnostics and the expected client of one case."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "client"
        case.diagnostics.write_text(case.generate(output), encoding="utf-8")
        shutil.rmtree(case.expected, ignore_errors=True)
        for name, data in without_runtime(output).items():
            path = case.expected / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def regenerate_clients() -> None:
    """Write the checked-in client of each folder of `specs/`."""
    for spec in sorted(SPECS.glob("*/spec.*")):
        generate(str(spec.relative_to(ROOT)), GENERATED / spec.parent.name)


def with_generated_parts(path: Path) -> str:
    """Return the text of a page with its generated parts up to date.

    Raises:
        ValueError: If the page lacks the comments around a part.
    """
    text = path.read_text(encoding="utf-8")
    for name, make in PAGES[path].items():
        start = f"<!-- {name}: python -m tests.regen -->\n"
        before, _, rest = text.partition(start)
        _, end, after = rest.partition(f"<!-- end of {name} -->\n")
        if not end:
            raise ValueError(f"{path} lacks the comments around its part {name!r}")
        text = f"{before}{start}{make()}{end}{after}"
    return text


def table_of_repairs() -> str:
    """Return the table of repair rules, by code."""
    rows = "".join(
        f"| {item.code} | {item.title} | {item.safety} |\n"
        for item in explanations().values()
        if item.safety
    )
    return f"| Code | Repair | Safety |\n| --- | --- | --- |\n{rows}"


def report_of_operation() -> str:
    """Return the diagnostics about one operation of `stripe-invoices`, without edits."""
    with contextlib.chdir(ROOT):
        document = repair_document(STRIPE_INVOICES.relative_to(ROOT))
    shown = [
        Diagnostic(
            item.code, item.effect, item.message, item.location, safety=item.safety
        )
        for item in document.diagnostics
        if item.location.pointer.startswith(SHOWN)
    ]
    return f"```text\n{format_diagnostics(shown)}```\n"


def method_of_operation() -> str:
    """Return the method of this operation in the checked-in client."""
    path = "generated/stripe-invoices/src/stripe_invoices/resources/invoices.py"
    source = (ROOT / path).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name == "retrieve":
            lines = source.splitlines()[node.lineno - 1 : node.end_lineno]
            text = "\n".join(["class Invoices(Resource):", "    ...", "", *lines])
            return f"```python\n{text}\n```\n"
    raise ValueError(f"{path} has no method `retrieve`")


PAGES: Final = {
    README: {"report": report_of_operation, "method": method_of_operation},
    REPAIRS: {"repairs": table_of_repairs},
}
"""Pages with generated parts, and what generates them."""


def main(names: list[str]) -> None:
    """Rewrite the named cases, or everything."""
    cases = {case.name: case for case in find_cases()}
    if unknown := [name for name in names if name not in cases]:
        sys.exit(f"no such case: {', '.join(unknown)}")
    for name in names or cases:
        regenerate_case(cases[name])
    if not names:
        regenerate_runtime()
        regenerate_clients()
        for path in PAGES:
            path.write_text(with_generated_parts(path), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
