"""Security schemes, errors and headers of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.suites.calls import Calls


def test_the_password_flow(call: Calls) -> None:
    name = call(
        lambda client: client.me.retrieve(),
        oauth2_password_bearer_username="ada",
        oauth2_password_bearer_password="secret",
        oauth2_password_bearer_scopes=["read"],
    )
    assert name == "ada:read"


def test_the_password_flow_with_wrong_credentials(call: Calls) -> None:
    with pytest.raises(call.package.TokenRequestError, match="400"):
        call(
            lambda client: client.me.retrieve(),
            oauth2_password_bearer_username="ada",
            oauth2_password_bearer_password="wrong",
        )


def test_a_token_of_ones_own(call: Calls) -> None:
    token = call(
        lambda client: client.token.login(
            username="ada", password="secret", grant_type="password", scope="read"
        )
    )
    assert (token.access_token, token.token_type) == ("ada:read", "bearer")
    name = call(
        lambda client: client.me.retrieve(),
        oauth2_password_bearer_access_token=token.access_token,
    )
    assert name == "ada:read"


def test_none_in_the_form_of_a_login_is_not_sent(call: Calls) -> None:
    token = call(
        lambda client: client.token.login(
            username="ada",
            password="secret",
            grant_type=None,
            client_id=None,
            client_secret=None,
        )
    )
    assert token.access_token == "ada:"


def test_a_login_that_fails(call: Calls) -> None:
    with pytest.raises(call.package.BadRequestError) as caught:
        call(lambda client: client.token.login(username="ada", password="wrong"))
    assert caught.value.body == {"detail": "Incorrect username or password"}


def test_basic_authentication(call: Calls) -> None:
    name = call(lambda client: client.secured.basic(), username="ada", password="b:c")
    assert name == "ada:b:c"


def test_a_bearer_token(call: Calls) -> None:
    token = call(lambda client: client.secured.bearer(), token="abc")
    assert token == "Bearer abc"


def test_an_api_key_in_a_header(call: Calls) -> None:
    key = call(lambda client: client.secured.header(), api_key_header="abc")
    assert key == "abc"


def test_an_api_key_in_the_query(call: Calls) -> None:
    key = call(lambda client: client.secured.query(), api_key_query="a &b")
    assert key == "a &b"


def test_an_api_key_in_a_cookie(call: Calls) -> None:
    key = call(lambda client: client.secured.cookie(), api_key_cookie="abc")
    assert key == "abc"


def test_a_request_that_fastapi_rejects(call: Calls) -> None:
    wrong: Any = "x"
    with pytest.raises(call.package.UnprocessableEntityError) as caught:
        call(lambda client: client.items.retrieve(wrong))
    error = caught.value.error
    assert type(error).__name__ == "HTTPValidationError"
    (detail,) = error.detail
    assert list(detail.loc) == ["path", "item_id"]
    assert (detail.type, detail.input) == ("int_parsing", "x")


def test_a_place_with_an_index(call: Calls) -> None:
    wrong: Any = [{"number": 1}]
    with pytest.raises(call.package.UnprocessableEntityError) as caught:
        call(lambda client: client.items.import_(body=wrong))
    (detail,) = caught.value.error.detail
    assert list(detail.loc) == ["body", 0, "price"]


def test_an_error_that_the_document_describes(call: Calls) -> None:
    with pytest.raises(call.package.ConflictError) as caught:
        call(lambda client: client.errors.retrieve(409))
    assert type(caught.value.error).__name__ == "Problem"
    assert (caught.value.error.code, caught.value.error.reason) == (7, "conflict")


def test_an_error_without_a_schema(call: Calls) -> None:
    with pytest.raises(call.package.NotFoundError) as caught:
        call(lambda client: client.errors.retrieve(404, limit=2))
    assert caught.value.body == {"detail": {"why": "asked for", "limit": 2}}


def test_an_error_of_the_server(call: Calls) -> None:
    with pytest.raises(call.package.ServerError) as caught:
        call(lambda client: client.errors.retrieve(503))
    assert caught.value.status_code == 503


def test_the_headers_of_a_response(call: Calls) -> None:
    reply = call(lambda client: client.with_response(client.reply.retrieve)())
    assert (reply.data, reply.http.headers["X-Total"]) == ("body", "3")
