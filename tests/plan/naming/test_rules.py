"""Rules of names: each one has an example, which is checked."""

from __future__ import annotations

import pytest
from sdksmith.plan.naming.actions import ACTION_RULES
from sdksmith.plan.naming.rules import (
    PLACEMENT_RULES,
    unique_rules,
)
from sdksmith.plan.naming.standard import STANDARD_RULES

from tests.plan.naming.calls import assert_names

RULES = unique_rules(
    (*STANDARD_RULES, *PLACEMENT_RULES, *(action.rule for action in ACTION_RULES))
)


@pytest.mark.parametrize("name", [rule.name for rule in RULES.values() if rule.example])
def test_example_of_a_naming_rule(name: str) -> None:
    assert_names(RULES[name].example)


def test_rules_have_different_names() -> None:
    rule = next(iter(RULES.values()))
    with pytest.raises(ValueError, match=rule.name):
        unique_rules((rule, type(rule)(rule.name, "", "")))
