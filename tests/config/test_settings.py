"""Validation and fingerprint of settings."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.config.settings import (
    AuthSettings,
    PagingBy,
    Settings,
    SettingsError,
)
from sdksmith.config.validation import Validation
from sdksmith.model.paging_hints import PagingKind


def test_settings_are_validated_in_python() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(package="not a name")
    assert caught.value.key == ("package",)
    assert caught.value.file == ""


def test_fingerprint_depends_on_settings_that_change_the_client() -> None:
    one = Settings(auth={"a": AuthSettings(environment="A")}, names={"x": "y.z"})
    assert one.fingerprint() == replace(one).fingerprint()
    others = [
        replace(one, version="0.2.0"),
        replace(one, guess=False),
        replace(one, auth={"a": AuthSettings(environment="B")}),
        replace(one, names={"x": "y.zz"}),
    ]
    assert len({item.fingerprint() for item in [one, *others]}) == 5


def test_fingerprint_does_not_depend_on_strictness() -> None:
    judged = Settings(strict=True, validate=Validation.FULL)
    assert judged.fingerprint() == Settings().fingerprint()


def test_styles_of_pagination_equal_those_of_the_model() -> None:
    assert [str(word) for word in PagingBy] == [str(kind) for kind in PagingKind]


def test_fingerprint_does_not_depend_on_allow_remote() -> None:
    assert Settings(allow_remote=True).fingerprint() == Settings().fingerprint()
