"""Interpretation of types and flows of security schemes as authors write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...json_data import text_of

if TYPE_CHECKING:
    from ...json_data import JsonObject

SCHEME: Final = "x-sdksmith-scheme"
"""Extension of a Swagger 2.0 `apiKey` with the scheme of its Authorization header."""

FLOW_URLS: Final = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "application": ("tokenUrl",),
    "accessCode": ("authorizationUrl", "tokenUrl"),
}
"""URLs that each flow of Swagger 2.0 requires."""

FLOW_NAMES: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
"""Names of the Swagger 2.0 flows in OpenAPI 3."""

_URLS: Final = FLOW_URLS["accessCode"]
_TYPES: Final = {
    **dict.fromkeys(("basic", "basicauth", "httpbasic", "password"), "basic"),
    **dict.fromkeys(("apikey", "key", "token", "header", "query", "custom"), "apiKey"),
    **dict.fromkeys(("oauth2", "oauth", "oauth20", "accesstoken"), "oauth2"),
    **dict.fromkeys(("bearer", "bearertoken", "bearerauth", "jwt"), "bearer"),
}
_FLOWS: Final = {
    **dict.fromkeys(("implicit",), "implicit"),
    **dict.fromkeys(("password", "resourceowner"), "password"),
    **dict.fromkeys(("application", "clientcredentials", "client"), "application"),
    **dict.fromkeys(("accesscode", "authorizationcode", "code"), "accessCode"),
}


def read_type(key: str, scheme: JsonObject) -> str | None:
    """Return the type of a security scheme, or None if it cannot be inferred.

    The result is a type of Swagger 2.0, or `bearer`.
    """
    written = _plain(text_of(scheme.get("type")))
    if written == "http":
        written = _plain(text_of(scheme.get("scheme")))
    if found := _TYPES.get(written):
        return found
    if "flow" in scheme or "authorizationUrl" in scheme or "tokenUrl" in scheme:
        return "oauth2"
    if "in" in scheme or "name" in scheme:
        return "apiKey"
    return _TYPES.get(_plain(key))


def read_flow(scheme: JsonObject) -> str | None:
    """Return the OAuth2 flow that a scheme names, or else infer it from the URLs.

    A named flow is used only if all URLs that it requires are defined.
    """
    given = [key for key in _URLS if isinstance(scheme.get(key), str)]
    named = _FLOWS.get(_plain(text_of(scheme.get("flow"))))
    if named is not None and set(FLOW_URLS[named]) <= set(given):
        return named
    # A token URL alone fits two flows; programs do not have the password of a user.
    fitting = [flow for flow, urls in FLOW_URLS.items() if urls == tuple(given)]
    return fitting[-1] if fitting else None


def bearer_token(scheme: JsonObject) -> JsonObject:
    """Return a Swagger 2.0 bearer token; keeps the description and the extensions."""
    place: JsonObject = {"type": "apiKey", "in": "header", "name": "Authorization"}
    return {**place, **_other_fields(scheme), SCHEME: "bearer"}


def bearer_scheme(scheme: JsonObject) -> JsonObject:
    """Return an OpenAPI 3 bearer token; keeps the description and the extensions."""
    return {"type": "http", "scheme": "bearer", **_other_fields(scheme)}


def _other_fields(scheme: JsonObject) -> JsonObject:
    return {
        key: value
        for key, value in scheme.items()
        if key == "description" or key.startswith("x-")
    }


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
