"""Explanations of all diagnostic codes: repair rules and diagnostics of every stage."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from ..repair.engine.rule import Rule
    from ..report.diagnostics import CodeInfo

_WIDTH: Final = 88


class Explanation(Struct, frozen=True):
    """Explanation of one diagnostic code.

    Attributes:
        code: Two letters and three digits, such as `PA001`.
        title: One line; for a repair rule, what the repair does.
        safety: Safety of the repair: "exact", "likely" or "guess"; "" for a code that is
            not a repair.
        explanation: Cause, consequence and what to change in the document.
        bad: Example that causes the diagnostic.
        good: The example without the problem.
    """

    code: str
    title: str
    safety: str
    explanation: str
    bad: str
    good: str


def _of_rule(rule: Rule) -> Explanation:
    return Explanation(
        rule.code, rule.title, str(rule.safety), rule.explanation, rule.bad, rule.good
    )


def _of_code(info: CodeInfo) -> Explanation:
    return Explanation(info.code, info.title, "", info.explanation, info.bad, info.good)


def explanations() -> dict[str, Explanation]:
    """Return the explanations of all diagnostic codes, sorted by code.

    Raises:
        ValueError: If a code is used twice.
    """
    from ..bundle.codes import CODES as BUNDLE_CODES
    from ..load.codes import CODES as LOAD_CODES
    from ..model.codes import CODES as MODEL_CODES
    from ..plan.codes import CODES as PLAN_CODES
    from ..repair.engine.registry import rules
    from ..report import codes
    from ..validate.validation import CODES as VALIDATION_CODES

    every = [_of_rule(rule) for rule in rules()]
    stages = (LOAD_CODES, BUNDLE_CODES, VALIDATION_CODES, MODEL_CODES, PLAN_CODES)
    for infos in (*stages, codes.CODES):
        every += [_of_code(info) for info in infos]
    known = {item.code: item for item in sorted(every, key=lambda item: item.code)}
    if len(known) < len(every):
        raise ValueError("a code is used twice")
    return known


def list_codes() -> str:
    """Return the table of all codes."""
    lines = [
        f"{item.code}  {item.safety or '-':<6}  {item.title}"
        for item in explanations().values()
    ]
    return "\n".join(
        [*lines, "", "Run `sdksmith explain CODE` for details and an example.", ""]
    )


def explain(code: str) -> str:
    """Return the explanation of a code, with its example, as text.

    Raises:
        KeyError: If the code does not exist; the message suggests similar codes.
    """
    known = explanations()
    item = known.get(code.upper())
    if item is None:
        begun = [item for item in known if item.startswith(code.upper())][:3]
        near = begun or difflib.get_close_matches(code.upper(), known, n=3)
        hint = (
            f"similar codes: {', '.join(near)}"
            if near
            else "run `sdksmith explain` to list all codes"
        )
        raise KeyError(f"unknown code {code!r}; {hint}")
    safety = f" ({item.safety})" if item.safety else ""
    parts = [f"{item.code}{safety}: {item.title}", _wrap(item.explanation)]
    for heading, text in (("Before:", item.bad), ("After:", item.good)):
        if text.strip():
            parts.append(f"{heading}\n\n{textwrap.indent(text.rstrip(), '    ')}")
    return "\n\n".join(parts) + "\n"


def _wrap(text: str) -> str:
    """Wrap paragraphs to the width; indented blocks are kept as they are."""
    return "\n\n".join(
        (
            block
            if block.startswith("    ")
            # Options such as `--no-guess` must not be split.
            else textwrap.fill(block, _WIDTH, break_on_hyphens=False)
        )
        for block in text.split("\n\n")
    )
