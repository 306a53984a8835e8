"""Payloads of webhooks."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from runtime import (
    ResponseValidationWarning,
    WebhookPayloadError,
    WebhookReader,
    WebhookSwitch,
)
from runtime.response.references import ANY, ListOf

from ..sample_models import Cat, Dog

CAT: WebhookReader[Cat] = WebhookReader("cat.born", Cat)
DOG: WebhookReader[Dog] = WebhookReader("dog.born", Dog)
TOM = {"kind": "cat", "lives": 9}
REX = {"kind": "dog", "bark": "wuff"}
TEXT = '{"kind": "cat", "lives": 9}'


@pytest.mark.parametrize(
    "payload", [TOM, TEXT, f"\n{TEXT}", TEXT.encode(), TEXT.encode("utf-8-sig")]
)
def test_a_payload_can_be_bytes_text_or_decoded(payload: Any) -> None:
    assert CAT.read(payload, "strict") == Cat(kind="cat", lives=9)


def test_a_payload_can_be_an_array() -> None:
    pets: WebhookReader[list[Cat]] = WebhookReader("pets", ListOf(Cat))
    assert [pet.lives for pet in pets.read('[{"kind": "cat", "lives": 9}]', "strict")]
    assert WebhookReader("any", ANY).read("[1, null]", "strict") == [1, None]


@pytest.mark.parametrize("payload", [b"", b"{", "<a/>", b"\xff\xfe", {"a": object()}])
def test_invalid_json_is_an_error(payload: Any) -> None:
    with pytest.raises(WebhookPayloadError, match="not valid JSON"):
        CAT.read(payload, "lenient")


def test_a_payload_that_does_not_match_its_schema_depends_on_the_mode() -> None:
    odd = {"kind": "cat", "lives": "many", "colour": "red"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cat = CAT.read(odd, "lenient")
    assert cat.model_dump()["lives"] == "many"
    assert cat.model_extra == {"colour": "red"}
    with pytest.warns(ResponseValidationWarning, match=r"'cat\.born'.*lives"):
        CAT.read(odd, "warn")
    with pytest.raises(WebhookPayloadError, match=r"'cat\.born' has.*lives"):
        CAT.read(odd, "strict")
    with pytest.raises(ValueError, match="'lenient', 'warn' or 'strict'"):
        CAT.read(odd, "loud")  # type: ignore[arg-type]  # what checkers would refuse


def test_strict_validation_converts_no_values_of_payloads() -> None:
    text = {"kind": "cat", "lives": "9"}
    assert CAT.read(text, "lenient").lives == 9
    with pytest.warns(ResponseValidationWarning, match="lives"):
        assert CAT.read(text, "warn").lives == 9
    with pytest.raises(WebhookPayloadError, match="lives"):
        CAT.read(text, "strict")
    assert CAT.read(b'{"kind": "cat", "lives": 9.0}', "strict").lives == 9


def test_a_payload_can_be_a_form() -> None:
    form: WebhookReader[Any] = WebhookReader("form", ANY, is_form=True)
    assert form.read(b"a=1&b=x+y&b=%26&c=", "strict") == {
        "a": "1",
        "b": ["x y", "&"],
        "c": "",
    }
    # Strings of the form are decoded to numbers of the model.
    cats: WebhookReader[Cat] = WebhookReader("cat", Cat, is_form=True)
    assert cats.read("kind=cat&lives=9", "strict").lives == 9


def test_webhooks_are_selected_by_a_property() -> None:
    switch: WebhookSwitch[Cat | Dog] = WebhookSwitch("kind", {"cat": CAT, "dog": DOG})
    assert isinstance(switch.read(TOM, "strict"), Cat)
    assert isinstance(switch.read(b'{"kind": "dog", "bark": "wuff"}', "strict"), Dog)
    for unknown in ({"kind": "eel"}, {}, "[]", "3"):
        with pytest.raises(WebhookPayloadError, match="No webhook is defined"):
            switch.read(unknown, "lenient")


def test_webhooks_can_be_selected_by_a_number() -> None:
    switch: WebhookSwitch[Any] = WebhookSwitch("t", {"0": CAT, "1": DOG})
    assert isinstance(switch.read({"t": 1, **REX}, "strict"), Dog)


def test_webhooks_are_selected_by_a_header() -> None:
    switch: WebhookSwitch[Cat | Dog] = WebhookSwitch(
        "X-Event", {"cat": CAT, "dog": DOG}, is_header=True
    )
    assert isinstance(switch.read(REX, "strict", {"x-EVENT": "dog"}), Dog)
    for headers in ({"X-Event": "eel"}, {}, None):
        with pytest.raises(WebhookPayloadError, match="X-Event"):
            switch.read(REX, "lenient", headers)
