"""Requirements of all registered rules."""

from __future__ import annotations

import copy
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Document, resolve, split
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.engine.registry import rules
from sdksmith.repair.engine.rule import Rule, complete_example
from sdksmith.report.diagnostics import ABSENT, Absent, Edit, Effect, MaybeJson

from tests.repair.documents import as_text, document, parse, validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

RULES = [pytest.param(rule, id=rule.code) for rule in rules()]


def example(rule: Rule, text: str) -> Document:
    return document(complete_example(parse(text), rule.dialects[0]), "example.yaml")


REMOVED_ENTRY = "removed list entry"


def replay(root: JsonObject, edit: Edit) -> None:
    """Apply an edit to a tree; fail if the old value differs."""
    above, _, _ = edit.pointer.rpartition("/")
    parent, token = resolve(root, above), split(edit.pointer)[-1]
    before: MaybeJson = ABSENT
    if isinstance(parent, list):
        index = int(token)
        assert index <= len(parent)
        if index < len(parent):
            before = parent.pop(index)
        after = REMOVED_ENTRY if isinstance(edit.after, Absent) else edit.after
        parent.insert(index, copy.deepcopy(after))
    else:
        assert isinstance(parent, dict)
        before = parent.pop(token, ABSENT)
        if not isinstance(edit.after, Absent):
            parent[token] = copy.deepcopy(edit.after)
    assert before == edit.before


def without_removed_entries(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [
            without_removed_entries(item) for item in value if item != REMOVED_ENTRY
        ]
    if isinstance(value, dict):
        return {key: without_removed_entries(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize("rule", RULES)
class TestEachRule:
    def test_bad_example_triggers_only_this_rule(self, rule: Rule) -> None:
        found = repair(example(rule, rule.bad)).diagnostics
        assert {item.code for item in found} == {rule.code}

    def test_bad_example_is_repaired_to_the_good_example(self, rule: Rule) -> None:
        repaired = repair(example(rule, rule.bad)).document.root
        good = example(rule, rule.good).root
        assert as_text(repaired) == as_text(good)

    def test_good_example_is_unchanged(self, rule: Rule) -> None:
        good = example(rule, rule.good)
        repaired = repair(good)
        assert repaired.document.root is good.root
        remarks = [d for d in repaired.diagnostics if d.effect is not Effect.NOTED]
        assert remarks == []
        if rule.bad != rule.good:
            assert repaired.diagnostics == ()

    def test_edits_describe_the_repair(self, rule: Rule) -> None:
        bad, good = example(rule, rule.bad), example(rule, rule.good)
        replayed = copy.deepcopy(bad.root)
        for item in repair(bad).diagnostics:
            for edit in item.edits:
                replay(replayed, edit)
        assert as_text({"": without_removed_entries(replayed)}) == as_text(
            {"": good.root}
        )

    def test_rule_does_not_mutate_its_input(self, rule: Rule) -> None:
        bad = example(rule, rule.bad)
        before = copy.deepcopy(bad.root)
        repair(bad)
        repair(bad, guess=False)
        assert bad.root == before

    def test_repair_without_guesses_is_idempotent(self, rule: Rule) -> None:
        once = repair(example(rule, rule.bad), guess=False)
        again = repair(once.document, guess=False)
        assert again.document.root is once.document.root
        assert all(not item.edits for item in again.diagnostics)

    def test_good_example_is_valid(self, rule: Rule) -> None:
        good = example(rule, rule.good)
        errors = validation_errors(good.root, good.dialect)
        assert bool(errors) == bool(rule.unchecked), errors

    def test_explanation_is_complete(self, rule: Rule) -> None:
        assert re.fullmatch("[A-Z]{2}[0-9]{3}", rule.code)
        assert rule.title[0].isupper()
        assert not rule.title.endswith(".")
        assert len(rule.explanation.split()) >= 8
        assert rule.explanation.endswith(".")


def test_each_module_defines_one_rule() -> None:
    files = [Path(inspect.getfile(rule.check)) for rule in rules()]
    assert len(set(files)) == len(files)
    for rule, file in zip(rules(), files, strict=True):
        assert file.read_text().startswith(f'"""{rule.code}: '), file
        assert file.stem == rule.check.__name__, file


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in rules()]
    assert sorted(set(codes)) == codes
