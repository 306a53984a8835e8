"""Security schemes."""

from __future__ import annotations

import base64

import pytest
from runtime.request.security import collect_credentials

from ..mock_server import query_of
from ..secured_api import SCHEMES, make_service, send


def test_each_scheme_adds_its_credential_to_the_request() -> None:
    basic = "Basic " + base64.b64encode(b"me:p:w").decode()
    assert (
        send(make_service(("bearer",)), {"bearer": "t"}).headers["authorization"]
        == "Bearer t"
    )
    assert (
        send(make_service(("basic",)), {"basic": ("me", "p:w")}).headers[
            "authorization"
        ]
        == basic
    )
    assert (
        send(make_service(("digest",)), {"digest": "x"}).headers["authorization"]
        == "Digest x"
    )
    assert send(make_service(("header",)), {"header": "k"}).headers["x-key"] == "k"
    assert query_of(send(make_service(("query",)), {"query": "k&1"})) == [
        ("api_key", "k&1")
    ]
    # Only characters that are invalid in cookies are percent-encoded.
    for secret, sent in (("aGk=+/%20", "aGk=+/%20"), ("a b;c,d", "a%20b%3Bc%2Cd")):
        request = send(make_service(("cookie",)), {"cookie": secret})
        assert request.headers["cookie"] == f"sid={sent}"


def test_a_secret_with_line_breaks_is_rejected_without_quoting_it() -> None:
    with pytest.raises(ValueError, match="line breaks") as caught:
        send(make_service(("bearer",)), {"bearer": "sk-secret\n"})
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["query", "cookie", "basic"])
def test_query_cookie_and_basic_schemes_reject_callables(scheme: str) -> None:
    with pytest.raises(TypeError, match="must be a string, not a callable"):
        collect_credentials(SCHEMES, {scheme: lambda: "t"})
