"""Tests of the constructor arguments: the runtime declares the same ones."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import TYPE_CHECKING, Final

import pytest
from runtime import AsyncBaseClient, BaseClient, ClientOptions
from runtime.request.settings import Settings
from sdksmith.plan.client.arguments import CLIENT_ARGUMENTS, RESERVED_NAMES

from tests.plan.views import source

if TYPE_CHECKING:
    from sdksmith.plan.client.arguments import ClientArgument

OPTIONS: Final = [item for item in CLIENT_ARGUMENTS if item.is_option]
OTHERS: Final = [item for item in CLIENT_ARGUMENTS if not item.is_option]


def name_of(argument: ClientArgument) -> str:
    return str(argument.view.name)


def test_with_options_accepts_the_options_of_the_table() -> None:
    declared = {
        name: annotation.__forward_arg__
        for name, annotation in ClientOptions.__annotations__.items()
    }
    assert declared == {name_of(item): source(item.view.annotation) for item in OPTIONS}


def test_options_are_documented_in_the_runtime() -> None:
    documented = inspect.getdoc(ClientOptions) or ""
    for item in OPTIONS:
        assert f"\n    {name_of(item)}: " in documented


def test_settings_have_the_defaults_of_the_table() -> None:
    defaults = {
        field.name: (
            "DEFAULT_TIMEOUT" if field.name == "timeout" else repr(field.default)
        )
        for field in fields(Settings)
    }
    for item in OPTIONS:
        assert item.view.default is not None
        expected = source(item.view.default).replace('"', "'")
        if name_of(item) in {"base_url", "headers", "query"}:
            assert expected == "None"  # the settings hold the result of merging them
        elif name_of(item) in {"max_retries", "max_response_bytes"}:
            assert expected == f"DEFAULT_{name_of(item).upper()}"
        else:
            assert defaults[name_of(item)] == expected


@pytest.mark.parametrize(
    ("client", "is_async"), [(BaseClient, False), (AsyncBaseClient, True)]
)
def test_clients_declare_the_other_arguments(
    client: type[object], is_async: bool
) -> None:
    parameters = inspect.signature(client).parameters
    for item in OTHERS:
        declared = parameters[name_of(item)]
        annotation = item.view.async_annotation if is_async else None
        assert declared.annotation == source(annotation or item.view.annotation)
        assert item.view.default is not None
        assert repr(declared.default) == source(item.view.default)
    own = {"service", "credentials", "variables", "server", "options"}
    assert set(parameters) - own == {name_of(item) for item in OTHERS}


def test_names_of_arguments_are_reserved() -> None:
    assert {name_of(item) for item in CLIENT_ARGUMENTS} <= RESERVED_NAMES
