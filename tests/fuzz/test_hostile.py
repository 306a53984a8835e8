"""Hostile strings that each do something."""

from __future__ import annotations

from sdksmith.text.words import split_words

from tests.fuzz.hostile import CALL, CANARY, HOSTILE


def test_there_are_many_different_strings() -> None:
    assert len(HOSTILE) >= 80
    assert len(set(HOSTILE)) == len(HOSTILE)


def test_derived_names_do_not_contain_the_canary() -> None:
    words = split_words(CANARY)
    for joined in ("_".join(words), "".join(words), "".join(map(str.title, words))):
        assert CANARY not in joined


def test_the_code_is_valid() -> None:
    compile(CALL, "<canary>", "eval")
