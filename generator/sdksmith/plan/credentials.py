"""The constructor arguments of the client: credentials and server variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..model.api import Place, SchemeKind
from ..text.pysource import Code, code, identifier, join, literal
from ..text.scope import assign_names
from ..text.words import name_words
from .package import ArgumentView, CredentialView, VariableView
from .resources import python_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.api import SecurityScheme, Variable
    from .settings import PlanSettings

RESERVED_ARGUMENTS: Final = frozenset(
    (
        *("self", "base_url", "timeout", "max_retries", "headers", "query"),
        *("http_client", "response_validation", "allow_insecure_http", "password"),
        *("server", "deadline", "hooks", "transport", "http2"),
    )
)
"""Constructor arguments that every client has; a password comes with its user name."""

_ARGUMENTS: Final = {
    SchemeKind.API_KEY: "api_key",
    SchemeKind.BASIC: "username",
    SchemeKind.BEARER: "token",
    SchemeKind.HTTP: "credentials",
    SchemeKind.OAUTH2: "access_token",
    SchemeKind.OPENID: "access_token",
}
_RUNTIME_DEFAULTS: Final = {
    "ApiKey": ("api_key",),
    "Basic": ("username", "password"),
    "Bearer": ("token",),
    "HttpScheme": ("credentials",),
}
_CLASSES: Final = {
    SchemeKind.API_KEY: code("ApiKey"),
    SchemeKind.BASIC: code("Basic"),
    SchemeKind.BEARER: code("Bearer"),
    SchemeKind.HTTP: code("HttpScheme"),
    SchemeKind.OAUTH2: code("Bearer"),
    SchemeKind.OPENID: code("Bearer"),
}
_DESCRIPTIONS: Final = {
    SchemeKind.API_KEY: "The API key.",
    SchemeKind.BASIC: "The user name.",
    SchemeKind.BEARER: "The bearer token.",
    SchemeKind.HTTP: "What stands in the Authorization header after the scheme.",
    SchemeKind.OAUTH2: "An OAuth 2 access token.",
    SchemeKind.OPENID: "An OpenID Connect access token.",
}
_NONE: Final = code("None")


def name_arguments(
    schemes: Sequence[SecurityScheme], variables: Sequence[Variable]
) -> Mapping[str, str]:
    """Return the names of constructor arguments.

    Returns:
        `scheme:key` -> the argument, the user name's for basic authentication;
        `variable:name` -> the argument.
    """
    pinned = {
        f"scheme:{item.key}": [item.argument] for item in schemes if item.argument
    }
    names = assign_names(pinned, RESERVED_ARGUMENTS)
    free = [item for item in schemes if not item.argument]
    wanted: dict[str, list[str]] = {}
    # A scheme that is called `api_key` has more right to that name than others have.
    called = {_argument_of(item): item.key for item in free}
    for item in free:
        usual, key = _ARGUMENTS[item.kind], _argument_of(item)
        own = [key] if item.kind is SchemeKind.API_KEY else []
        usuals = [usual] if called.get(usual, item.key) == item.key else []
        wanted[f"scheme:{item.key}"] = [*usuals, *own, f"{key}_{usual}"]
    for variable in variables:
        name = python_name(name_words(variable.name), "variable")
        wanted[f"variable:{variable.name}"] = [name, f"server_{name}"]
    return names | assign_names(wanted, {*RESERVED_ARGUMENTS, *names.values()})


def _argument_of(scheme: SecurityScheme) -> str:
    """Return the key of a scheme as a name."""
    return python_name(name_words(scheme.key), "scheme")


def plan_credentials(
    schemes: Sequence[SecurityScheme],
    names: Mapping[str, str],
    settings: PlanSettings,
) -> tuple[CredentialView, ...]:
    """Return the credentials that the constructor takes."""
    return tuple(
        _credential(item, names[f"scheme:{item.key}"], settings) for item in schemes
    )


def _credential(
    scheme: SecurityScheme, name: str, settings: PlanSettings
) -> CredentialView:
    names = [name]
    if scheme.kind is SchemeKind.BASIC:
        names.append(_password_beside(name))
    prefix = settings.environment_prefix
    environment = [f"{prefix}_{item.strip('_').upper()}" for item in names]
    if scheme.environment:
        environment = [scheme.environment]
        if len(names) > 1:
            environment = [
                f"{scheme.environment}_{part}" for part in ("USERNAME", "PASSWORD")
            ]
    description = scheme.description or _DESCRIPTIONS[scheme.kind]
    descriptions = [description, "The password."]
    return CredentialView(
        key=literal(scheme.key),
        scheme=_scheme_call(scheme, names, environment),
        arguments=tuple(
            ArgumentView(identifier(item), code("str | None"), _NONE, text)
            for item, text in zip(names, descriptions, strict=False)
        ),
        environment=tuple(environment),
    )


def _password_beside(name: str) -> str:
    if name.endswith("username"):
        return name.removesuffix("username") + "password"
    return f"{name}_password"


def _scheme_call(
    scheme: SecurityScheme, names: Sequence[str], environment: Sequence[str]
) -> Code:
    made = _CLASSES[scheme.kind]
    arguments: list[Code] = []
    if scheme.kind is SchemeKind.API_KEY:
        place = scheme.place if scheme.place is not Place.PATH else Place.HEADER
        arguments += [literal(str(place)), literal(scheme.name)]
    elif scheme.kind is SchemeKind.HTTP:
        arguments.append(literal(scheme.scheme))
    if tuple(names) != _RUNTIME_DEFAULTS[str(made)]:
        arguments.append(code("arguments={names}", names=_texts(names)))
    arguments.append(code("environment={names}", names=_texts(environment)))
    return code("{made}({arguments})", made=made, arguments=join(", ", arguments))


def _texts(texts: Sequence[str]) -> Code:
    made = [literal(text) for text in texts]
    if len(made) == 1:
        return code("({text},)", text=made[0])
    return code("({texts})", texts=join(", ", made))


def scheme_class(scheme: SecurityScheme) -> Code:
    """Return the class of the runtime that describes a scheme."""
    return _CLASSES[scheme.kind]


def plan_variables(
    variables: Sequence[Variable], names: Mapping[str, str]
) -> tuple[VariableView, ...]:
    """Return the server variables that the constructor takes."""
    views: list[VariableView] = []
    for item in variables:
        needed = not item.default
        known = ", ".join(f"`{value}`" for value in item.values)
        said = item.description or f"`{item.name}` of the base URL."
        argument = ArgumentView(
            identifier(names[f"variable:{item.name}"]),
            code("str") if needed else code("str | None"),
            None if needed else _NONE,
            f"{said}\n\nOne of {known}." if known else said,
        )
        views.append(VariableView(literal(item.name), literal(item.default), argument))
    return tuple(views)
