"""OAuth 2 flows, and the credentials of security schemes."""

from __future__ import annotations

from sdksmith.model.api import OAuthFlow, SchemeKind, SecurityScheme, Variable
from sdksmith.plan.client.credentials import name_arguments, plan_credentials
from sdksmith.plan.package import CredentialView

from tests.plan.views import SETTINGS

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


ONLY_TOKEN = ["access_token"]
OF_CLIENT = ["access_token", "client_id", "client_secret", "scopes", "token_url"]
WITH_REFRESH = [
    *("access_token", "client_id", "client_secret", "refresh_token", "token_url"),
    "on_refresh_token",
]
OF_USER = [
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("scopes", "token_url"),
]
