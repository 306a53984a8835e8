"""Credentials: how they are sent, errors if they are missing, and secrecy."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .harness import Harness, Kind

KEY = "k-secret"
CREDENTIALS: dict[str, dict[str, str]] = {
    "header_key": {"header_key": KEY},
    "query_key": {"query_key": KEY},
    "cookie_key": {"cookie_key": KEY},
    "basic": {"username": "ada", "password": "pä:ss"},
    "bearer": {"token": KEY},
    "signature": {"credentials": KEY},
}


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_credentials_of_every_scheme_are_accepted(
    harness: Harness, kind: Kind, scheme: str
) -> None:
    def enter(client: Any) -> Any:
        return getattr(client.schemes, scheme)()

    opened = harness.call_with_faults(
        kind, "503,ok", enter, **CREDENTIALS[scheme]
    ).returned()
    named = re.sub("_k", "K", scheme)
    # A bearer token is also an OpenID Connect token.
    assert [key for key in opened.keys if key != "openid"] == [named]


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_credentials_are_read_from_the_environment(
    harness: Harness, kind: Kind, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in CREDENTIALS[scheme].items():
        monkeypatch.setenv(f"DRIVEN_{name.upper()}", value)
    opened = harness.call_with_faults(
        kind, "ok", lambda client: getattr(client.schemes, scheme)()
    )
    assert opened.returned().keys


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_missing_credential_raises_before_sending(
    harness: Harness, kind: Kind, scheme: str
) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: getattr(client.schemes, scheme)()
    )
    error = outcome.raised(harness.package.MissingCredentialError)
    for name in CREDENTIALS[scheme]:
        assert name in str(error)
        assert f"DRIVEN_{name.upper()}" in str(error)
    assert outcome.attempts == []


@pytest.mark.parametrize(
    ("scheme", "given", "keys"),
    [
        ("both", ["header_key", "query_key"], ["headerKey", "queryKey"]),
        ("both", ["header_key"], None),
        ("either", ["header_key"], ["headerKey"]),
        ("either", ["basic"], ["basic"]),
        ("either", ["header_key", "basic"], ["headerKey"]),
        ("either", ["query_key"], None),
        ("open", ["header_key", "basic"], []),
    ],
)
def test_alternative_and_combined_schemes_are_satisfied(
    harness: Harness, kind: Kind, scheme: str, given: list[str], keys: list[str] | None
) -> None:
    credentials = {
        key: text for name in given for key, text in CREDENTIALS[name].items()
    }
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: getattr(client.schemes, scheme)(), **credentials
    )
    if keys is None:
        outcome.raised(harness.package.MissingCredentialError)
        assert outcome.attempts == []
    else:
        assert outcome.returned().keys == keys


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_errors_contain_no_secrets(harness: Harness, kind: Kind, scheme: str) -> None:
    for fault in ("reset-after", "500", "bad-json", "stall"):
        outcome = harness.call_with_faults(
            kind,
            fault,
            lambda client: getattr(client.schemes, scheme)(),
            timeout=0.2 if fault == "stall" else 5,
            max_retries=0,
            **CREDENTIALS[scheme],
        )
        assert outcome.error is not None
        assert len(outcome.attempts) == 1
        shown = f"{outcome.error} {outcome.error!r} {vars(outcome.error)}"
        assert KEY not in shown
        assert "pä:ss" not in shown


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_repr_of_clients_contains_no_secrets(
    harness: Harness, kind: Kind, scheme: str
) -> None:
    client = harness.client(kind, **CREDENTIALS[scheme])
    shown = f"{client!r} {client.schemes!r} {client.with_options(timeout=1)!r}"
    assert not [text for text in CREDENTIALS[scheme].values() if text in shown]


@pytest.mark.parametrize("scheme", CREDENTIALS)
def test_redirect_to_another_origin_carries_no_credentials(
    harness: Harness, kind: Kind, scheme: str
) -> None:
    server = harness.server

    def enter(client: Any) -> Any:
        return getattr(client.schemes, scheme)()

    away = f"redirect:{server.other_origin}/schemes/open"
    outcome = harness.call_with_faults(kind, f"{away},ok", enter, **CREDENTIALS[scheme])
    assert outcome.returned().keys == []
    first, second = outcome.attempts
    assert second["target"] == "/schemes/open"
    for sign in ("authorization", "x-key", "cookie"):
        assert sign not in second["headers"]
    assert first["headers"] != second["headers"] or scheme == "query_key"
    here = f"redirect:{server.origin}{first['target']}"
    assert (
        harness.call_with_faults(kind, f"{here},ok", enter, **CREDENTIALS[scheme])
        .returned()
        .keys
    )
