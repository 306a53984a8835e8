"""Constructor arguments for security schemes and server variables."""

from __future__ import annotations

from random import Random

import pytest
from sdksmith.model.api import (
    OAuthFlow,
    Place,
    Requirement,
    SchemeKind,
    SecurityScheme,
    Server,
    Variable,
)
from sdksmith.plan.client.credentials import name_arguments, plan_variables
from sdksmith.render.clients import client_names

from tests.plan.builder import ApiBuilder
from tests.plan.client.schemes import (
    CLIENT,
    CODE,
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
from tests.plan.views import import_lines, plan, source


def test_oauth_scheme_has_urls_grants_and_arguments() -> None:
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


def test_schemes_of_one_authorization_server_share_arguments() -> None:
    # As in the documents of Google: one scheme for each flow, both required together.
    views = credentials(oauth("Oauth2", IMPLICIT), oauth("Oauth2c", CODE))
    assert [str(item.name) for item in views["Oauth2"].arguments] == WITH_REFRESH
    assert not views["Oauth2c"].arguments
    assert not views["Oauth2c"].environment
    assert views["Oauth2"].scheme == views["Oauth2c"].scheme
    assert views["Oauth2"].passed == views["Oauth2c"].passed


def test_schemes_of_users_and_clients_share_arguments_but_not_grants() -> None:
    # As in the documents of eBay and Lyft.
    views = credentials(oauth("user", CODE), oauth("app", CLIENT))
    assert [str(item.name) for item in views["user"].arguments] == [
        *WITH_REFRESH[:4],
        "scopes",
        *WITH_REFRESH[4:],
    ]
    assert 'grants=("refresh_token",)' in source(views["user"].scheme)
    assert 'grants=("client_credentials",)' in source(views["app"].scheme)


def test_openid_connect_is_a_bearer_token() -> None:
    openid = SecurityScheme("id", SchemeKind.OPENID, url=f"{URL}/.well-known/openid")
    assert arguments_of(openid) == ONLY_TOKEN
    made = credentials(openid)["id"].scheme
    assert source(made) == (
        'Bearer(arguments=("access_token",), environment=("ACME_ACCESS_TOKEN",))'
    )
    assert arguments_of(openid, oauth("login", CLIENT)) == OF_CLIENT


def test_schemes_with_equal_argument_names_get_prefixes() -> None:
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
        f"login_{name}" for name in WITH_REFRESH
    ]


def test_server_variable_named_like_a_credential_gets_a_prefix() -> None:
    variables = (Variable("client_id", ""),)
    schemes = (oauth("login", CLIENT),)
    names = name_arguments(schemes, variables)
    (variable,) = plan_variables(variables, names)
    assert str(variable.argument.name) == "server_client_id"
    views = credentials(*schemes, variables=variables)
    assert "login_client_id" in [str(item) for item in views["login"].passed]


def test_settings_define_argument_and_environment_variable_of_a_token() -> None:
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
def test_tokens_can_be_callables(scheme: SecurityScheme, is_token: bool) -> None:
    first = credentials(scheme)["s"].arguments[0]
    if is_token:
        assert source(first.annotation) == "str | TokenProvider | None"
        assert first.async_annotation is not None
        assert source(first.async_annotation) == "str | AsyncTokenProvider | None"
    else:
        assert source(first.annotation) == "str | None"
        assert first.async_annotation is None


def test_server_variables_are_arguments() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    variables = (
        Variable("region", "eu", ("eu", "us"), "Where."),
        Variable("timeout", ""),
    )
    server = Server("https://{region}.acme.com/{timeout}", variables)
    region, timeout = plan(builder.build(servers=(server,))).client.variables
    assert (str(region.key), str(region.value)) == ('"region"', '"eu"')
    assert source(region.argument.annotation) == "str | None"
    assert region.argument.description == "Where.\n\nOne of `eu`, `us`."
    assert str(timeout.argument.name) == "server_timeout"
    assert timeout.argument.default is None


RUNTIME_OF_EVERY_CLIENT = {
    *("AsyncBaseClient", "BaseClient", "DEFAULT_MAX_RESPONSE_BYTES"),
    *("DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"),
    *("Omit", "ResponseValidation", "Service", "Timeout", "cached_property"),
}


def test_classes_and_environment_variables_of_security_schemes() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("bearer", SchemeKind.BEARER, environment="TOKEN"),
        SecurityScheme("login", SchemeKind.BASIC),
        SecurityScheme("key", SchemeKind.API_KEY, Place.QUERY, "k", argument="secret"),
        SecurityScheme("digest", SchemeKind.HTTP, scheme="digest"),
        SecurityScheme("cert", SchemeKind.MUTUAL_TLS),
    )
    needs = ((Requirement("bearer"), Requirement("cert")),)
    package = plan(builder.build(security_schemes=schemes, security=needs))
    client = package.client
    assert [source(item.scheme) for item in client.credentials] == [
        'Bearer(environment=("TOKEN",))',
        'Basic(environment=("ACME_USERNAME", "ACME_PASSWORD"))',
        'ApiKey("query", "k", arguments=("secret",), environment=("ACME_SECRET",))',
        'HttpScheme("digest", environment=("ACME_CREDENTIALS",))',
    ]
    assert source(client.security) == '(("bearer",),)'
    (line,) = [
        line
        for line in import_lines(client_names(package).imports())
        if line.startswith("from ._runtime import ")
    ]
    used = set(line.removeprefix("from ._runtime import ").split(", "))
    assert used - RUNTIME_OF_EVERY_CLIENT == {
        "ApiKey",
        "AsyncTokenProvider",
        "Basic",
        "Bearer",
        "HttpScheme",
        "TokenProvider",
    }


def test_scheme_named_like_an_argument_keeps_the_name() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("app_id", SchemeKind.API_KEY, name="a"),
        SecurityScheme("ApiKey", SchemeKind.API_KEY, name="b"),
    )
    client = plan(builder.build(security_schemes=schemes)).client
    names = [str(item.arguments[0].name) for item in client.credentials]
    assert names == ["app_id", "api_key"]


def test_schemes_with_equal_arguments_get_longer_names() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("app_id", SchemeKind.API_KEY, name="a"),
        SecurityScheme("app_key", SchemeKind.API_KEY, name="b"),
        SecurityScheme("one", SchemeKind.OAUTH2),
        SecurityScheme("two", SchemeKind.OPENID),
        SecurityScheme("first", SchemeKind.BASIC),
        SecurityScheme("second", SchemeKind.BASIC),
    )
    client = plan(builder.build(security_schemes=schemes)).client
    names = [[str(x.name) for x in item.arguments] for item in client.credentials]
    assert names == [
        ["app_id"],
        ["app_key"],
        ["one_access_token"],
        ["two_access_token"],
        ["first_username", "first_password"],
        ["second_username", "second_password"],
    ]
