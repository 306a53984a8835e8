"""OAuth 2 schemes that share tokens."""

from __future__ import annotations

import pytest
from sdksmith.model.api import OAuthFlow
from sdksmith.plan.client.oauth import group_tokens

from tests.plan.client.schemes import (
    CLIENT,
    CODE,
    DEVICE,
    IMPLICIT,
    OF_CLIENT,
    OF_USER,
    ONLY_TOKEN,
    PASSWORD,
    URL,
    WITH_REFRESH,
    arguments_of,
    credentials,
    oauth,
)
from tests.plan.views import source


@pytest.mark.parametrize(
    ("flows", "grants", "arguments"),
    [
        ([], "", ONLY_TOKEN),
        ([IMPLICIT], "", ONLY_TOKEN),
        ([OAuthFlow("authorizationCode")], "", ONLY_TOKEN),
        ([CODE], "refresh_token", WITH_REFRESH),
        ([DEVICE], "refresh_token", WITH_REFRESH),
        ([CODE, IMPLICIT], "refresh_token", WITH_REFRESH),
        ([CLIENT], "client_credentials", OF_CLIENT),
        ([PASSWORD], "password", OF_USER),
        (
            [OAuthFlow("password", f"{URL}/token", refresh_url=f"{URL}/refresh")],
            "refresh_token password",
            [*OF_USER[:5], "refresh_token", *OF_USER[5:], "on_refresh_token"],
        ),
        (
            [CLIENT, CODE],
            "refresh_token client_credentials",
            [*WITH_REFRESH[:4], "scopes", *WITH_REFRESH[4:]],
        ),
    ],
)
def test_grants_and_arguments_of_a_flow(
    flows: list[OAuthFlow], grants: str, arguments: list[str]
) -> None:
    scheme = oauth("login", *flows)
    (group,) = group_tokens([scheme])
    assert " ".join(group.plans["login"].grants) == grants
    assert arguments_of(scheme) == arguments
    made = source(credentials(scheme)["login"].scheme)
    assert made.startswith("OAuth2(" if grants else "Bearer(")


@pytest.mark.parametrize(
    ("one", "other", "are_related"),
    [
        (CODE, CLIENT, True),
        (CODE, IMPLICIT, True),
        (CODE, OAuthFlow("password", f"{URL}/other"), False),
        (CODE, OAuthFlow("implicit", authorization_url="https://x.com/a"), False),
        (OAuthFlow("password", "/a/token"), OAuthFlow("password", "/b/token"), False),
        (OAuthFlow("password", "/token"), OAuthFlow("implicit", "", "/login"), True),
        (OAuthFlow("implicit"), OAuthFlow("implicit"), False),
        (OAuthFlow("implicit", "", "https://[x"), IMPLICIT, False),
    ],
)
def test_schemes_of_one_authorization_server_form_a_group(
    one: OAuthFlow, other: OAuthFlow, are_related: bool
) -> None:
    schemes = [oauth("one", one), oauth("other", other)]
    for listed in (schemes, schemes[::-1]):
        assert len(group_tokens(listed)) == (1 if are_related else 2)


def test_scheme_that_fits_two_token_endpoints_belongs_to_neither() -> None:
    schemes = [
        oauth("one", OAuthFlow("password", f"{URL}/one")),
        oauth("two", OAuthFlow("password", f"{URL}/two")),
        oauth("between", IMPLICIT),
        oauth("beside", IMPLICIT),
    ]
    for listed in (schemes, schemes[::-1]):
        groups = {frozenset(group.keys) for group in group_tokens(listed)}
        assert groups == {
            frozenset({"one"}),
            frozenset({"two"}),
            frozenset({"between", "beside"}),
        }
    plans = group_tokens(schemes)[1].plans
    assert plans["two"].token_url == f"{URL}/two"


def test_scheme_with_two_token_endpoints_joins_two_groups() -> None:
    both = OAuthFlow("clientCredentials", f"{URL}/one"), OAuthFlow("password", "/two")
    schemes = [
        oauth("one", OAuthFlow("password", f"{URL}/one")),
        oauth("two", OAuthFlow("password", "/two")),
        oauth("both", *both),
    ]
    assert len(group_tokens(schemes[:2])) == 2
    assert len(group_tokens(schemes)) == 1
