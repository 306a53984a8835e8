"""Credentials: where they travel, what is said when they are missing, who sees them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .harness import Harness, Kind

KEY = "k-secret"
GIVEN: dict[str, dict[str, str]] = {
    "header_key": {"header_key": KEY},
    "query_key": {"query_key": KEY},
    "cookie_key": {"cookie_key": KEY},
    "basic": {"username": "ada", "password": "pä:ss"},
    "bearer": {"token": KEY},
    "signature": {"credentials": KEY},
}


@pytest.mark.parametrize("door", GIVEN)
def test_every_scheme_opens_its_door(harness: Harness, kind: Kind, door: str) -> None:
    def enter(client: Any) -> Any:
        return getattr(client.doors, door)()

    opened = harness.meet(kind, "503,ok", enter, **GIVEN[door]).returned()
    named = re.sub("_k", "K", door)
    # A bearer token is an OpenID Connect token, too.
    assert [key for key in opened.keys if key != "openid"] == [named]


@pytest.mark.parametrize("door", GIVEN)
def test_credentials_from_the_environment(
    harness: Harness, kind: Kind, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in GIVEN[door].items():
        monkeypatch.setenv(f"DRIVEN_{name.upper()}", value)
    opened = harness.meet(kind, "ok", lambda client: getattr(client.doors, door)())
    assert opened.returned().keys


@pytest.mark.parametrize("door", GIVEN)
def test_a_missing_credential(harness: Harness, kind: Kind, door: str) -> None:
    outcome = harness.meet(kind, "ok", lambda client: getattr(client.doors, door)())
    error = outcome.raised(harness.package.MissingCredentialError)
    for name in GIVEN[door]:
        assert name in str(error)
        assert f"DRIVEN_{name.upper()}" in str(error)
    assert outcome.tries == []


@pytest.mark.parametrize(
    ("door", "given", "keys"),
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
def test_alternatives_and_combinations(
    harness: Harness, kind: Kind, door: str, given: list[str], keys: list[str] | None
) -> None:
    credentials = {key: text for name in given for key, text in GIVEN[name].items()}
    outcome = harness.meet(
        kind, "ok", lambda client: getattr(client.doors, door)(), **credentials
    )
    if keys is None:
        outcome.raised(harness.package.MissingCredentialError)
        assert outcome.tries == []
    else:
        assert outcome.returned().keys == keys


@pytest.mark.parametrize("door", GIVEN)
def test_no_error_shows_a_secret(harness: Harness, kind: Kind, door: str) -> None:
    for fault in ("reset-after", "500", "bad-json", "stall"):
        outcome = harness.meet(
            kind,
            fault,
            lambda client: getattr(client.doors, door)(),
            timeout=0.2 if fault == "stall" else 5,
            max_retries=0,
            **GIVEN[door],
        )
        assert outcome.error is not None
        assert len(outcome.tries) == 1
        shown = f"{outcome.error} {outcome.error!r} {vars(outcome.error)}"
        assert KEY not in shown
        assert "pä:ss" not in shown


@pytest.mark.parametrize("door", GIVEN)
def test_no_client_shows_a_secret(harness: Harness, kind: Kind, door: str) -> None:
    client = harness.client(kind, **GIVEN[door])
    shown = f"{client!r} {client.doors!r} {client.with_options(timeout=1)!r}"
    assert not [text for text in GIVEN[door].values() if text in shown]


@pytest.mark.parametrize("door", GIVEN)
def test_a_redirect_elsewhere_carries_no_secret(
    harness: Harness, kind: Kind, door: str
) -> None:
    server = harness.server

    def enter(client: Any) -> Any:
        return getattr(client.doors, door)()

    away = f"redirect:{server.elsewhere}/doors/open"
    outcome = harness.meet(kind, f"{away},ok", enter, **GIVEN[door])
    assert outcome.returned().keys == []
    first, second = outcome.tries
    assert second["target"] == "/doors/open"
    for sign in ("authorization", "x-key", "cookie"):
        assert sign not in second["headers"]
    assert first["headers"] != second["headers"] or door == "query_key"
    here = f"redirect:{server.origin}{first['target']}"
    assert harness.meet(kind, f"{here},ok", enter, **GIVEN[door]).returned().keys
