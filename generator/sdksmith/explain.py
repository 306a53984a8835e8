"""What each code means: the repair rules and the diagnostics of every stage."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from .diagnostics import CodeInfo
    from .repair.rule import Rule

_WIDTH: Final = 88


class Explanation(Struct, frozen=True):
    """A code as people read it.

    Attributes:
        safety: How sure the repair is; empty for a code that repairs nothing.
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
    """Return every code that sdksmith gives, sorted.

    Raises:
        ValueError: Two things have one code.
    """
    from . import codes
    from .bundle.codes import CODES as BUNDLE_CODES
    from .load.codes import CODES as LOAD_CODES
    from .model.codes import CODES as MODEL_CODES
    from .plan.codes import CODES as PLAN_CODES
    from .repair.registry import rules
    from .validate import CODES as VALIDATION_CODES

    every = [_of_rule(rule) for rule in rules()]
    stages = (LOAD_CODES, BUNDLE_CODES, VALIDATION_CODES, MODEL_CODES, PLAN_CODES)
    for infos in (*stages, codes.CODES):
        every += [_of_code(info) for info in infos]
    known = {item.code: item for item in sorted(every, key=lambda item: item.code)}
    if len(known) < len(every):
        raise ValueError("a code is used twice")
    return known


def list_codes() -> str:
    """Return the table of all codes as text."""
    lines = [
        f"{item.code}  {item.safety or '-':<6}  {item.title}"
        for item in explanations().values()
    ]
    return "\n".join([*lines, "", "sdksmith explain CODE tells more.", ""])


def explain(code: str) -> str:
    """Return what a code means, with its example, as text.

    Raises:
        KeyError: There is no such code; the message names those like it.
    """
    known = explanations()
    item = known.get(code.upper())
    if item is None:
        begun = [item for item in known if item.startswith(code.upper())][:3]
        near = begun or difflib.get_close_matches(code.upper(), known, n=3)
        hint = (
            f"the nearest: {', '.join(near)}"
            if near
            else "`sdksmith explain` lists all"
        )
        raise KeyError(f"there is no code {code!r}; {hint}")
    safety = f" ({item.safety})" if item.safety else ""
    parts = [f"{item.code}{safety}: {item.title}", _wrap(item.explanation)]
    for heading, text in (("Before:", item.bad), ("After:", item.good)):
        if text.strip():
            parts.append(f"{heading}\n\n{textwrap.indent(text.rstrip(), '    ')}")
    return "\n\n".join(parts) + "\n"


def _wrap(text: str) -> str:
    """Return prose in lines of the width; a block that is indented stays as it is."""
    return "\n\n".join(
        block if block.startswith("    ") else textwrap.fill(block, _WIDTH)
        for block in text.split("\n\n")
    )
