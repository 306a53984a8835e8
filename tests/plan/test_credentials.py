"""Which arguments the security schemes of a document give to the constructor."""

from __future__ import annotations

from random import Random

import pytest
from sdksmith.model.api import OAuthFlow, Place, SchemeKind, SecurityScheme, Variable
from sdksmith.plan.client.credentials import (
    name_arguments,
    plan_credentials,
    plan_variables,
)
from sdksmith.plan.client.oauth import group_tokens
from sdksmith.plan.package import CredentialView

from .planned import SETTINGS, source

URL = "https://auth.example.com"
CLIENT = OAuthFlow("clientCredentials", f"{URL}/token", scopes=(("read", "Read."),))
CODE = OAuthFlow("authorizationCode", f"{URL}/token", f"{URL}/authorize")
IMPLICIT = OAuthFlow("implicit", authorization_url=f"{URL}/authorize")
PASSWORD = OAuthFlow("password", f"{URL}/token")
DEVICE = OAuthFlow("deviceAuthorization", f"{URL}/token", device_url=f"{URL}/device")


def oauth(
    key: str, *flows: OAuthFlow, argument: str = "", environment: str = ""
) -> SecurityScheme:
    return SecurityScheme(
        key,
        SchemeKind.OAUTH2,
        flows=flows,
        argument=argument,
        environment=environment,
    )


def credentials(
    *schemes: SecurityScheme, variables: tuple[Variable, ...] = ()
) -> dict[str, CredentialView]:
    names = name_arguments(schemes, variables)
    views = plan_credentials(schemes, names, SETTINGS)
    return {scheme.key: view for scheme, view in zip(schemes, views, strict=True)}


def arguments_of(*schemes: SecurityScheme) -> list[str]:
    views = credentials(*schemes).values()
    return [str(item.name) for view in views for item in view.arguments]


BROUGHT = ["access_token"]
OF_CLIENT = ["access_token", "client_id", "client_secret", "scopes", "token_url"]
RENEWED = [
    *("access_token", "client_id", "client_secret", "refresh_token", "token_url"),
    "on_refresh_token",
]
OF_USER = [
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("scopes", "token_url"),
]


@pytest.mark.parametrize(
    ("flows", "grants", "arguments"),
    [
        ([], "", BROUGHT),
        ([IMPLICIT], "", BROUGHT),
        ([OAuthFlow("authorizationCode")], "", BROUGHT),
        ([CODE], "refresh_token", RENEWED),
        ([DEVICE], "refresh_token", RENEWED),
        ([CODE, IMPLICIT], "refresh_token", RENEWED),
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
            [*RENEWED[:4], "scopes", *RENEWED[4:]],
        ),
    ],
)
def test_what_a_flow_takes(
    flows: list[OAuthFlow], grants: str, arguments: list[str]
) -> None:
    scheme = oauth("login", *flows)
    (group,) = group_tokens([scheme])
    assert " ".join(group.plans["login"].grants) == grants
    assert arguments_of(scheme) == arguments
    made = source(credentials(scheme)["login"].scheme)
    assert made.startswith("OAuth2(" if grants else "Bearer(")


def test_the_scheme_tells_all_that_the_runtime_needs() -> None:
    view = credentials(oauth("login", CLIENT))["login"]
    assert source(view.scheme) == (
        'OAuth2(token_url="https://auth.example.com/token", '
        'grants=("client_credentials",), '
        'takes=("access_token", "client_id", "client_secret", "scopes", "token_url"), '
        'environment=("ACME_ACCESS_TOKEN", "ACME_CLIENT_ID", "ACME_CLIENT_SECRET", '
        '"ACME_SCOPES", "ACME_TOKEN_URL"))'
    )
    assert [str(name) for name in view.shown] == ["client_id", "client_secret"]
    assert [str(name) for name in view.direct] == ["access_token"]
    scopes = view.arguments[3]
    assert source(scopes.annotation) == "str | Sequence[str] | None"
    assert scopes.description.endswith("Available scopes: `read`.")
    refreshed = OAuthFlow("authorizationCode", f"{URL}/t", refresh_url=f"{URL}/r")
    made = source(credentials(oauth("login", refreshed))["login"].scheme)
    assert 'token_url="https://auth.example.com/t", refresh_url="https://auth.' in made


def test_schemes_of_one_authority_share_their_arguments() -> None:
    # Google: one scheme for each flow, and both are required at once.
    views = credentials(oauth("Oauth2", IMPLICIT), oauth("Oauth2c", CODE))
    assert [str(item.name) for item in views["Oauth2"].arguments] == RENEWED
    assert not views["Oauth2c"].arguments
    assert not views["Oauth2c"].environment
    assert views["Oauth2"].scheme == views["Oauth2c"].scheme
    assert views["Oauth2"].passed == views["Oauth2c"].passed


def test_the_client_and_its_users_share_arguments_and_have_grants_of_their_own() -> (
    None
):
    # eBay and Lyft.
    views = credentials(oauth("user", CODE), oauth("app", CLIENT))
    assert [str(item.name) for item in views["user"].arguments] == [
        *RENEWED[:4],
        "scopes",
        *RENEWED[4:],
    ]
    assert 'grants=("refresh_token",)' in source(views["user"].scheme)
    assert 'grants=("client_credentials",)' in source(views["app"].scheme)


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
def test_which_schemes_are_of_one_authority(
    one: OAuthFlow, other: OAuthFlow, are_related: bool
) -> None:
    schemes = [oauth("one", one), oauth("other", other)]
    for listed in (schemes, schemes[::-1]):
        assert len(group_tokens(listed)) == (1 if are_related else 2)


def test_a_scheme_between_two_token_endpoints_belongs_to_neither() -> None:
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


def test_a_scheme_may_bring_two_others_together() -> None:
    both = OAuthFlow("clientCredentials", f"{URL}/one"), OAuthFlow("password", "/two")
    schemes = [
        oauth("one", OAuthFlow("password", f"{URL}/one")),
        oauth("two", OAuthFlow("password", "/two")),
        oauth("both", *both),
    ]
    assert len(group_tokens(schemes[:2])) == 2
    assert len(group_tokens(schemes)) == 1


def test_openid_connect_is_a_bearer_token() -> None:
    openid = SecurityScheme("id", SchemeKind.OPENID, url=f"{URL}/.well-known/openid")
    assert arguments_of(openid) == BROUGHT
    made = credentials(openid)["id"].scheme
    assert source(made) == (
        'Bearer(arguments=("access_token",), environment=("ACME_ACCESS_TOKEN",))'
    )
    assert arguments_of(openid, oauth("login", CLIENT)) == OF_CLIENT


def test_groups_and_neighbours_that_want_the_same_names() -> None:
    other = OAuthFlow("clientCredentials", "https://other.example.com/token")
    assert arguments_of(oauth("one", CLIENT), oauth("two", other)) == [
        *(f"one_{name}" for name in OF_CLIENT),
        *(f"two_{name}" for name in OF_CLIENT),
    ]
    basic = SecurityScheme("basic", SchemeKind.BASIC)
    assert arguments_of(oauth("login", PASSWORD), basic) == [
        *(f"login_{name}" for name in OF_USER),
        *("username", "password"),
    ]
    key = SecurityScheme("access_token", SchemeKind.API_KEY, name="access_token")
    assert arguments_of(key, oauth("login", CODE))[1:] == [
        f"login_{name}" for name in RENEWED
    ]


def test_a_variable_of_the_server_keeps_clear_of_them() -> None:
    variables = (Variable("client_id", ""),)
    schemes = (oauth("login", CLIENT),)
    names = name_arguments(schemes, variables)
    (variable,) = plan_variables(variables, names)
    assert str(variable.argument.name) == "server_client_id"
    views = credentials(*schemes, variables=variables)
    assert "login_client_id" in [str(item) for item in views["login"].passed]


def test_settings_name_the_token_and_its_variable() -> None:
    scheme = oauth("login", CLIENT, argument="key", environment="MY_KEY")
    view = credentials(scheme)["login"]
    assert [str(item) for item in view.passed] == ["key", *OF_CLIENT[1:]]
    assert view.environment[:2] == ("MY_KEY", "ACME_CLIENT_ID")
    assert 'arguments=("key", "client_id"' in source(view.scheme)


def test_names_do_not_depend_on_the_order_of_the_schemes() -> None:
    schemes = [
        oauth("b", CODE),
        oauth("a", CLIENT),
        oauth("c", OAuthFlow("password", "/token")),
        SecurityScheme("basic", SchemeKind.BASIC),
        SecurityScheme("key", SchemeKind.API_KEY, name="k"),
    ]
    expected = sorted(arguments_of(*schemes))
    for seed in range(10):
        Random(seed).shuffle(schemes)
        assert sorted(arguments_of(*schemes)) == expected


@pytest.mark.parametrize(
    ("scheme", "is_token"),
    [
        (SecurityScheme("s", SchemeKind.BEARER), True),
        (SecurityScheme("s", SchemeKind.HTTP, scheme="dpop"), True),
        (oauth("s", CODE), True),
        (SecurityScheme("s", SchemeKind.OPENID), True),
        (SecurityScheme("s", SchemeKind.API_KEY, name="AUTHORIZATION"), True),
        (SecurityScheme("s", SchemeKind.API_KEY, Place.QUERY, "authorization"), False),
        (SecurityScheme("s", SchemeKind.API_KEY, name="X-Key"), False),
        (SecurityScheme("s", SchemeKind.BASIC), False),
    ],
)
def test_where_a_function_will_do(scheme: SecurityScheme, is_token: bool) -> None:
    first = credentials(scheme)["s"].arguments[0]
    if is_token:
        assert source(first.annotation) == "str | TokenProvider | None"
        assert first.async_annotation is not None
        assert source(first.async_annotation) == "str | AsyncTokenProvider | None"
    else:
        assert source(first.annotation) == "str | None"
        assert first.async_annotation is None
