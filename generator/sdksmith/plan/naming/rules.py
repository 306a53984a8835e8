"""Rules that decide names, and the record of the rules that made one name."""

from __future__ import annotations

from msgspec import Struct


class NamingRule(Struct, frozen=True):
    """Rule that decides a part of a name.

    Attributes:
        name: Identifier in kebab-case, such as `drop-package`.
        reason: Why names are better with the rule; one sentence.
        example: What the rule does, as `before -> after`.
    """

    name: str
    reason: str
    example: str


class Candidate(Struct, frozen=True):
    """Possible name, used if no other object with precedence has it.

    Attributes:
        name: The name.
        rules: The rules that make the name from the text of the document.
    """

    name: str
    rules: tuple[NamingRule, ...]


class AppliedRule(Struct, frozen=True):
    """A rule that had an effect on a name.

    Attributes:
        rule: The rule.
        before: The name, or the text of the document that it is made from, before the rule.
        after: The name after the rule.
    """

    rule: NamingRule
    before: str
    after: str


class NameOrigin(Struct, frozen=True):
    """The rules that made a name.

    Attributes:
        pointer: Pointer of the named object in the upgraded document.
        name: The name in the client.
        steps: The rules in the order in which they were applied.
        setting: Lines of the settings file that override the name; empty if it cannot be
            overridden.
    """

    pointer: str
    name: str
    steps: tuple[AppliedRule, ...]
    setting: str = ""

    def describe(self) -> str:
        """Return the origin as plain text, one paragraph for each rule."""
        lines = [f"{self.name}  {self.pointer}"]
        for step in self.steps:
            change = (
                f"{step.before} -> {step.after}"
                if step.before != step.after
                else step.after
            )
            lines += [
                "",
                f"{step.rule.name}: {change}",
                f"  {step.rule.reason}",
                f"  Example: {step.rule.example}",
            ]
        if self.setting:
            lines += ["", "To use another name, add to sdksmith.toml:", ""]
            lines += [f"  {line}" for line in self.setting.splitlines()]
        return "\n".join([*lines, ""])
