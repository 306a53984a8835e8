"""What settings say over a document: forgotten auth, names of credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.checks import find_plain_host
from sdksmith.config.overrides import add_auth_schemes, apply_settings
from sdksmith.config.package_names import default_distribution, default_package
from sdksmith.config.settings import AuthKind, AuthSettings, KeyPlace, SettingsError
from sdksmith.load import load_document
from sdksmith.model.build import build_api
from sdksmith.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdksmith.load.document import Document
    from sdksmith.model.api import Api

PATHS = """\
swagger: "2.0"
info: {title: Parcels, version: "1"}
paths:
  /open:
    get: {security: [], responses: {200: {description: Open.}}}
  /parcels:
    get: {operationId: getParcels, responses: {200: {description: Parcels.}}}
"""
SCHEMES = "securityDefinitions:\n  basic: {type: basic}\n"
REQUIRED = SCHEMES + "security: [{basic: []}]\n"
BEARER = {"token": AuthSettings(type=AuthKind.BEARER, argument="api_key")}


def read(text: str) -> Document:
    return upgrade(load_document("spec.yaml", text.encode()).document)


def build(text: str, auth: Mapping[str, AuthSettings], **names: str) -> Api:
    document = add_auth_schemes(read(text), auth)
    return apply_settings(build_api(document).api, auth, names)


def needed(api: Api) -> list[list[list[str]]]:
    """Return the keys of each alternative of each operation, by path."""
    return [
        [[item.scheme for item in alternative] for alternative in operation.security]
        for operation in api.operations
    ]


def test_a_forgotten_scheme_is_asked_for_where_nothing_is_said() -> None:
    api = build(PATHS, BEARER)
    (scheme,) = api.security_schemes
    assert (scheme.key, str(scheme.kind), scheme.argument) == (
        "token",
        "bearer",
        "api_key",
    )
    assert needed(api) == [[], [["token"]]]


def test_what_the_document_asks_for_stays() -> None:
    api = build(PATHS + REQUIRED, BEARER)
    assert [scheme.key for scheme in api.security_schemes] == ["basic", "token"]
    assert needed(api) == [[], [["basic"]]]


def test_several_forgotten_schemes_are_alternatives() -> None:
    key = AuthSettings(type=AuthKind.API_KEY, place=KeyPlace.QUERY, name="key")
    api = build(PATHS, {**BEARER, "key": key})
    assert needed(api) == [[], [["token"], ["key"]]]
    scheme = api.security_schemes[1]
    assert (str(scheme.kind), str(scheme.place), scheme.name) == (
        "apiKey",
        "query",
        "key",
    )


def test_a_scheme_of_the_document_gets_its_names() -> None:
    names = AuthSettings(argument="login", environment="PARCELS")
    (scheme,) = build(PATHS + REQUIRED, {"basic": names}).security_schemes
    assert (scheme.argument, scheme.environment) == ("login", "PARCELS")


def test_places_of_the_document_are_still_known() -> None:
    document = add_auth_schemes(read(PATHS + SCHEMES), BEARER)
    place = document.locate("/components/securitySchemes/basic")
    assert (place.line, place.pointer) == (9, "/securityDefinitions/basic")
    assert document.locate("/paths/~1parcels/get").line == 7


def test_nothing_forgotten_changes_nothing() -> None:
    document = read(PATHS + SCHEMES)
    assert add_auth_schemes(document, {"basic": AuthSettings()}) is document


def test_a_name_goes_to_its_operation() -> None:
    api = build(PATHS, {}, getParcels="depot.stock.everything")
    assert [(item.hints.group, item.hints.method) for item in api.operations] == [
        ((), ""),
        (("depot", "stock"), "everything"),
    ]


@pytest.mark.parametrize(
    ("auth", "names", "said"),
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
def test_what_the_document_does_not_have_is_an_error(
    auth: dict[str, AuthSettings], names: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        build(PATHS + REQUIRED, auth, **names)
    assert said in str(caught.value)
    assert caught.value.key[-1] in {*auth, *names}


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Parcel Service", "parcel_service"),
        ("parcelService v2", "parcel_service_v2"),
        ("Größe", "grosse"),
        ("Email", "email_client"),
        ("class", "class_client"),
        ("2Checkout", "api_2_checkout"),
        ("A title that is a whole sentence of words", "a_title_that_is_a"),
        ("你好", "api_client"),
        ("", "api_client"),
        ("!!!", "api_client"),
    ],
)
def test_a_package_is_named_after_the_title(title: str, package: str) -> None:
    assert default_package(title) == package


def test_a_distribution_is_named_after_the_package() -> None:
    assert default_distribution("parcel_service") == "parcel-service"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://api.example.com/v1", "api.example.com"),
        ("http://10.0.0.1", "10.0.0.1"),
        ("HTTP://API.example.com", "api.example.com"),
        ("https://api.example.com", ""),
        ("http://localhost:80", ""),
        ("http://api.localhost", ""),
        ("http://127.1.2.3/", ""),
        ("http://[::1]:8000", ""),
        ("http://[broken", ""),
        ("/relative", ""),
    ],
)
def test_only_credentials_that_leave_the_machine_in_the_clear_count(
    url: str, host: str
) -> None:
    assert find_plain_host(build(PATHS + REQUIRED, {}), url) == host
    assert find_plain_host(build(PATHS, {}), url) == ""
