"""Constructor arguments of the client for credentials and server variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.api import Place, SchemeKind
from ...text.pysource import identifier, literal
from ...text.scope import assign_names
from ...text.words import name_words
from ..expressions import NONE, STR, Call, Keyword
from ..naming.identifiers import python_name
from ..package import ArgumentView, CredentialView, VariableView
from ..runtime import runtime
from .arguments import RESERVED_NAMES
from .oauth import group_tokens
from .oauth_arguments import (
    ASYNC_TOKEN,
    OPTIONAL_STRING,
    TOKEN,
    TokenArguments,
    argument_key,
    string_tuple,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ...model.api import SecurityScheme, Variable
    from ..settings import PlanSettings
    from .oauth import TokenGroup

_ARGUMENTS: Final = {
    SchemeKind.API_KEY: "api_key",
    SchemeKind.BASIC: "username",
    SchemeKind.BEARER: "token",
    SchemeKind.HTTP: "credentials",
}
_RUNTIME_DEFAULTS: Final = {
    SchemeKind.API_KEY: ("api_key",),
    SchemeKind.BASIC: ("username", "password"),
    SchemeKind.BEARER: ("token",),
    SchemeKind.HTTP: ("credentials",),
}
_CLASSES: Final = {
    SchemeKind.API_KEY: runtime("ApiKey"),
    SchemeKind.BASIC: runtime("Basic"),
    SchemeKind.BEARER: runtime("Bearer"),
    SchemeKind.HTTP: runtime("HttpScheme"),
}
_DESCRIPTIONS: Final = {
    SchemeKind.API_KEY: "API key.",
    SchemeKind.BASIC: "User name for basic authentication.",
    SchemeKind.BEARER: "Bearer token.",
    SchemeKind.HTTP: "Credentials sent in the Authorization header after the scheme name.",
}


def name_arguments(
    schemes: Sequence[SecurityScheme],
    variables: Sequence[Variable],
    released: Mapping[str, str] | None = None,
) -> Mapping[str, str]:
    """Return the names of constructor arguments.

    Args:
        schemes: The security schemes.
        variables: The variables of the base URL.
        released: Names to keep, with the same keys as the result.

    Returns:
        A mapping of keys to argument names. The keys are `scheme:key` (for basic
        authentication the argument of the user name), `argument_key(group, role)` and
        `variable:name`.
    """
    groups = group_tokens(schemes)
    keys_of_tokens = {key: group for group in groups for key in group.keys}
    pinned: dict[str, list[str]] = {}
    for item in schemes:
        group = keys_of_tokens.get(item.key)
        key = argument_key(group, "access_token") if group else f"scheme:{item.key}"
        if item.argument:
            pinned[key] = [item.argument]
    names = assign_names(pinned, RESERVED_NAMES)
    others = [item for item in schemes if item.key not in keys_of_tokens]
    free = [item for item in others if not item.argument]
    wanted: dict[str, list[str]] = {}
    # A scheme whose key is `api_key` takes precedence over other schemes for that name.
    called = {_argument_of(item.key): item.key for item in free}
    for item in free:
        default, key = _ARGUMENTS[item.kind], _argument_of(item.key)
        own = [key] if item.kind is SchemeKind.API_KEY else []
        defaults = [default] if called.get(default, item.key) == item.key else []
        wanted[f"scheme:{item.key}"] = [*defaults, *own, f"{key}_{default}"]
    wanted |= _name_tokens(groups, {*called, *(_ARGUMENTS[x.kind] for x in free)})
    for variable in variables:
        name = python_name(name_words(variable.name), "variable")
        wanted[f"variable:{variable.name}"] = [name, f"server_{name}"]
    released = released or {}
    for key in sorted(wanted.keys() & released.keys() - names.keys()):
        if released[key] not in names.values():
            names[key] = released[key]
    wanted = {key: candidates for key, candidates in wanted.items() if key not in names}
    reserved = {*RESERVED_NAMES, *released.values(), *names.values()}
    names |= assign_names(wanted, reserved)
    for group in groups:
        if "password" in group.takes:
            user = names[argument_key(group, "username")]
            names[argument_key(group, "password")] = _password_beside(user)
    return names


def _name_tokens(
    groups: Sequence[TokenGroup], claimed: AbstractSet[str]
) -> dict[str, list[str]]:
    """Return the candidate names for the arguments of token groups.

    Either all arguments of a group include the name of the group or none of them do,
    which shows which arguments belong together.
    """
    wanted: dict[str, list[str]] = {}
    for group in groups:
        is_alone = len(groups) == 1 and not claimed & {*group.takes}
        for role in group.takes:
            if role == "password":  # named after the user name argument
                continue
            long = f"{_argument_of(group.name)}_{role}"
            wanted[argument_key(group, role)] = [role, long] if is_alone else [long]
    return wanted


def _argument_of(key: str) -> str:
    """Return the key of a scheme as a Python name."""
    return python_name(name_words(key), "scheme")


def plan_credentials(
    schemes: Sequence[SecurityScheme],
    names: Mapping[str, str],
    settings: PlanSettings,
) -> tuple[CredentialView, ...]:
    """Return the credentials that the constructor accepts."""
    by_key = {item.key: item for item in schemes}
    views: dict[str, CredentialView] = {}
    for group in group_tokens(schemes):
        views |= TokenArguments(group, by_key, names, settings).views()
    return tuple(
        (
            views[item.key]
            if item.key in views
            else _credential(item, names[f"scheme:{item.key}"], settings)
        )
        for item in schemes
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
    arguments = [_argument(scheme, names[0], description)]
    if len(names) > 1:
        arguments.append(
            _argument(scheme, names[1], "Password for basic authentication.")
        )
    passed = tuple(item.name for item in arguments)
    return CredentialView(
        key=literal(scheme.key),
        scheme=_scheme_call(scheme, names, environment),
        arguments=tuple(arguments),
        environment=tuple(environment),
        passed=passed,
        direct=passed,
        shown=passed,
    )


def _argument(scheme: SecurityScheme, name: str, description: str) -> ArgumentView:
    if not _is_token(scheme):
        return ArgumentView(identifier(name), OPTIONAL_STRING, NONE, description)
    return ArgumentView(
        identifier(name), TOKEN, NONE, description, async_annotation=ASYNC_TOKEN
    )


def _is_token(scheme: SecurityScheme) -> bool:
    """Return whether the credential is a token, which may have to be renewed.

    Swagger 2.0 has no bearer scheme; many of its documents describe bearer tokens as an
    API key in the Authorization header.
    """
    if scheme.kind is SchemeKind.API_KEY:
        return scheme.name.lower() == "authorization" and scheme.place is Place.HEADER
    return scheme.kind in {SchemeKind.BEARER, SchemeKind.HTTP}


def _password_beside(name: str) -> str:
    if name.endswith("username"):
        return name.removesuffix("username") + "password"
    return f"{name}_password"


def _scheme_call(
    scheme: SecurityScheme, names: Sequence[str], environment: Sequence[str]
) -> Call:
    place = scheme.place if scheme.place is not Place.PATH else Place.HEADER
    texts = {
        SchemeKind.API_KEY: (str(place), scheme.name),
        SchemeKind.HTTP: (scheme.scheme,),
    }
    keywords = [Keyword("environment", string_tuple(environment))]
    if tuple(names) != _RUNTIME_DEFAULTS[scheme.kind]:
        keywords.insert(0, Keyword("arguments", string_tuple(names)))
    return Call(
        _CLASSES[scheme.kind],
        tuple(map(literal, texts.get(scheme.kind, ()))),
        tuple(keywords),
    )


def plan_variables(
    variables: Sequence[Variable], names: Mapping[str, str]
) -> tuple[VariableView, ...]:
    """Return the server variables that the constructor accepts."""
    views: list[VariableView] = []
    for item in variables:
        needed = not item.default
        known = ", ".join(f"`{value}`" for value in item.values)
        said = item.description or f"Value of `{item.name}` in the base URL."
        argument = ArgumentView(
            identifier(names[f"variable:{item.name}"]),
            STR if needed else OPTIONAL_STRING,
            None if needed else NONE,
            f"{said}\n\nOne of {known}." if known else said,
        )
        views.append(VariableView(literal(item.name), literal(item.default), argument))
    return tuple(views)
