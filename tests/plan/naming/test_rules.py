"""Rules of names: each one has an example, which is checked."""

from __future__ import annotations

import pytest
from sdksmith.plan.naming.actions import ACTION_RULES
from sdksmith.plan.naming.rules import (
    PLACEMENT_RULES,
    AppliedRule,
    NameOrigin,
    NamingRule,
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


DROP = NamingRule(
    "drop-package", "Nobody looks a class up by package.", "shop.User -> User"
)


def test_origin_lists_its_rules_in_order_with_the_setting() -> None:
    steps = (AppliedRule(DROP, "shop.Page", "Page"), AppliedRule(DROP, "Page", "Page"))
    origin = NameOrigin("/components/schemas/shop.Page", "Page", steps, "[a]\nb = 1")
    assert origin.describe().splitlines() == [
        "Page  /components/schemas/shop.Page",
        "",
        "drop-package: shop.Page -> Page",
        "  Nobody looks a class up by package.",
        "  Example: shop.User -> User",
        "",
        "drop-package: Page",
        "  Nobody looks a class up by package.",
        "  Example: shop.User -> User",
        "",
        "To use another name, add to sdksmith.toml:",
        "",
        "  [a]",
        "  b = 1",
    ]


def test_origin_without_a_setting_ends_with_the_rules() -> None:
    assert NameOrigin("/x", "User", ()).describe() == "User  /x\n"
