"""Settings that override a document: security schemes, names and pagination."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.config.overrides import add_auth_schemes, apply_operations
from sdksmith.config.settings import (
    AuthKind,
    AuthSettings,
    KeyPlace,
    OperationSettings,
    PagingBy,
    PagingSettings,
    SettingsError,
)
from sdksmith.config.settings_file import read_settings
from sdksmith.load import load_document
from sdksmith.model.build import build_api
from sdksmith.model.paging_hints import PagingHints, PagingKind
from sdksmith.upgrade import upgrade

from tests.config.documents import PATHS, REQUIRED, SCHEMES, build, read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sdksmith.model.api import Api

BEARER = {"token": AuthSettings(type=AuthKind.BEARER, argument="api_key")}


def needed(api: Api) -> list[list[list[str]]]:
    """Return the keys of each alternative of each operation, by path."""
    return [
        [[item.scheme for item in alternative] for alternative in operation.security]
        for operation in api.operations
    ]


def test_added_scheme_is_required_by_operations_without_security() -> None:
    api = build(PATHS, BEARER)
    (scheme,) = api.security_schemes
    assert (scheme.key, str(scheme.kind), scheme.argument) == (
        "token",
        "bearer",
        "api_key",
    )
    assert needed(api) == [[], [["token"]]]


def test_requirements_of_the_document_are_preserved() -> None:
    api = build(PATHS + REQUIRED, BEARER)
    assert [scheme.key for scheme in api.security_schemes] == ["basic", "token"]
    assert needed(api) == [[], [["basic"]]]


def test_several_added_schemes_are_alternatives() -> None:
    key = AuthSettings(type=AuthKind.API_KEY, place=KeyPlace.QUERY, name="key")
    api = build(PATHS, {**BEARER, "key": key})
    assert needed(api) == [[], [["token"], ["key"]]]
    scheme = api.security_schemes[1]
    assert (str(scheme.kind), str(scheme.place), scheme.name) == (
        "apiKey",
        "query",
        "key",
    )


def test_settings_name_the_argument_and_variable_of_a_scheme() -> None:
    names = AuthSettings(argument="login", environment="PARCELS")
    (scheme,) = build(PATHS + REQUIRED, {"basic": names}).security_schemes
    assert (scheme.argument, scheme.environment) == ("login", "PARCELS")


def test_positions_are_preserved() -> None:
    document = add_auth_schemes(read(PATHS + SCHEMES), BEARER)
    place = document.locate("/components/securitySchemes/basic")
    assert (place.line, place.pointer) == (9, "/securityDefinitions/basic")
    assert document.locate("/paths/~1parcels/get").line == 7


def test_document_is_unchanged_without_added_schemes() -> None:
    document = read(PATHS + SCHEMES)
    assert add_auth_schemes(document, {"basic": AuthSettings()}) is document


def test_settings_name_the_method_of_an_operation() -> None:
    api = build(PATHS, {}, getParcels="depot.stock.everything")
    assert [(item.hints.group, item.hints.method) for item in api.operations] == [
        ((), ""),
        (("depot", "stock"), "everything"),
    ]


@pytest.mark.parametrize(
    ("auth", "names", "expected"),
    [
        (
            {},
            {"getParcel": "x.y"},
            "no operation `getParcel`; did you mean `getParcels`",
        ),
        ({}, {"GET /parcel": "x.y"}, "did you mean `GET /parcels`"),
        ({}, {"zzz": "x.y"}, "no operation `zzz`"),
        (
            {"basics": AuthSettings()},
            {},
            (
                'no security scheme `basics`; set `type` to "bearer", "basic" or '
                '"apiKey" to add it; did you mean `ba'
            ),
        ),
    ],
)
def test_unknown_operations_and_schemes_are_errors(
    auth: dict[str, AuthSettings], names: dict[str, str], expected: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        build(PATHS + REQUIRED, auth, **names)
    assert expected in str(caught.value)
    assert caught.value.key[-1] in {*auth, *names}


SPEC = """\
openapi: 3.0.3
info: {title: Parcels, version: "1"}
paths:
  /parcels:
    get:
      operationId: getParcels
      parameters: [{name: resume, in: query, schema: {type: string}}]
      responses:
        200:
          description: Parcels.
          content:
            application/json:
              schema:
                type: object
                properties: {parcels: {type: array, items: {type: string}}, n: {type: string}}
"""


def apply_settings_of_operations(settings: Mapping[str, OperationSettings]) -> Api:
    document = load_document("spec.yaml", SPEC.encode()).document
    return apply_operations(build_api(upgrade(document)).api, settings)


@pytest.mark.parametrize("table", ["paging = false", ""])
def test_pagination_can_be_disabled(tmp_path: Path, table: str) -> None:
    path = tmp_path / "sdksmith.toml"
    path.write_text(f"[operations.getParcels]\n{table}")
    api = apply_settings_of_operations(read_settings(path).operations)
    hints = PagingHints(None, source="settings") if table else None
    assert api.operations[0].paging == hints


@pytest.mark.parametrize(
    ("operation", "changes", "expected"),
    [
        ("getParcel", {}, "no operation `getParcel`; did you mean `getParcels`"),
        (
            "getParcels",
            {"parameter": "page"},
            "the operation has no query parameter or JSON body property `page`",
        ),
        ("getParcels", {"items": "/boxes"}, "the response has no array at `/boxes`"),
        ("getParcels", {"next": "/m"}, "the response has no property at `/m`"),
        (
            "getParcels",
            {"next": ""},
            "no cursor was found in the response, and `next` is not set",
        ),
    ],
)
def test_pagination_that_does_not_match_the_document_is_an_error(
    operation: str, changes: dict[str, str], expected: str
) -> None:
    given = {"parameter": "resume", "next": "/n", **changes}
    paging = PagingSettings(
        by=PagingBy.CURSOR,
        parameter=given["parameter"],
        next=given["next"],
        items=given.get("items"),
    )
    with pytest.raises(SettingsError) as caught:
        apply_settings_of_operations({operation: OperationSettings(paging=paging)})
    assert expected in caught.value.message
    assert caught.value.key == ("operations", operation, "paging")


def test_pagination_of_an_operation_is_applied() -> None:
    paging = PagingSettings(by=PagingBy.CURSOR, parameter="resume", next="/n")
    api = apply_settings_of_operations(
        {"GET /parcels": OperationSettings(paging=paging)}
    )
    assert api.operations[0].paging == PagingHints(
        PagingKind.CURSOR, "resume", "/n", source="settings"
    )
