"""Sections of a changelog."""

from __future__ import annotations

from sdksmith.release.changelog import add_section


def test_newest_section_is_first() -> None:
    first = add_section("", "1.0", "First release.\n")
    assert first == "# Changelog\n\n## 1.0\n\nFirst release.\n"
    assert add_section(first, "1.1", "More.\n") == (
        "# Changelog\n\n## 1.1\n\nMore.\n\n## 1.0\n\nFirst release.\n"
    )


def test_text_of_the_user_is_kept() -> None:
    text = "# News\n\nAbout this client.\n"
    after = add_section(text, "1.0", "First.")
    assert after == "# News\n\nAbout this client.\n\n## 1.0\n\nFirst.\n"


def test_version_has_one_section() -> None:
    text = add_section("", "1.0", "First.")
    assert add_section(text, "1.0", "Again.") == text
