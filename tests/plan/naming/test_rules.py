"""Rules of names and their description."""

from __future__ import annotations

from sdksmith.plan.naming.rules import AppliedRule, NameOrigin, NamingRule

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
