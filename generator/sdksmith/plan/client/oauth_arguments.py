"""Constructor arguments of OAuth 2 schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...text.pysource import Code, identifier, literal
from ..expressions import (
    NONE,
    OBJECT,
    STR,
    Call,
    Generic,
    Keyword,
    ListDisplay,
    Symbol,
    TupleDisplay,
    Union,
    optional,
)
from ..package import ArgumentView, CredentialView
from ..runtime import runtime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...model.api import SecurityScheme
    from ..settings import PlanSettings
    from .oauth import TokenGroup, TokenPlan

TOKEN: Final = Union((STR, runtime("TokenProvider"), NONE))
ASYNC_TOKEN: Final = Union((STR, runtime("AsyncTokenProvider"), NONE))
OPTIONAL_STRING: Final = optional(STR)

_CALLABLE: Final = Symbol("collections.abc", "Callable")
_SEQUENCE: Final = Symbol("collections.abc", "Sequence")
_ANNOTATIONS: Final = {
    "access_token": TOKEN,
    "scopes": Union((STR, Generic(_SEQUENCE, (STR,)), NONE)),
    "on_refresh_token": optional(Generic(_CALLABLE, (ListDisplay((STR,)), OBJECT))),
}
_DESCRIPTIONS: Final = {
    "access_token": "OAuth 2 access token.",
    "client_id": "OAuth 2 client ID, used to fetch access tokens.",
    "client_secret": "OAuth 2 client secret, used to fetch access tokens.",
    "username": "User name, used to fetch access tokens with the password grant.",
    "password": "Password, used to fetch access tokens with the password grant.",
    "refresh_token": "OAuth 2 refresh token, used to fetch access tokens.",
    "scopes": "Scopes to request. If omitted, the authorization server decides.",
    "token_url": "URL of the token endpoint. Overrides the default.",
    "on_refresh_token": "Callback that receives each new refresh token, to store it.",
}
_WITHOUT_VARIABLE: Final = frozenset({"on_refresh_token"})
_MOST_SCOPES: Final = 20


def argument_key(group: TokenGroup, role: str) -> str:
    """Return the key that identifies the argument of a role before it is named."""
    return f"token:{group.name}:{role}"


def string_tuple(strings: Sequence[str]) -> TupleDisplay:
    """Return a tuple of strings."""
    return TupleDisplay(tuple(map(literal, strings)))


class TokenArguments:
    """The arguments of one token group, with their environment variables."""

    def __init__(
        self,
        group: TokenGroup,
        schemes: Mapping[str, SecurityScheme],
        names: Mapping[str, str],
        settings: PlanSettings,
    ) -> None:
        self._group = group
        self._schemes = [schemes[key] for key in group.keys]
        self._names = {role: names[argument_key(group, role)] for role in group.takes}
        self._prefix = settings.environment_prefix

    def views(self) -> Iterator[tuple[str, CredentialView]]:
        """Yield the schemes by key; the first one holds the arguments of all schemes."""
        for place, scheme in enumerate(self._schemes):
            plan = self._group.plans[scheme.key]
            roles = self._group.takes if place == 0 else ()
            yield scheme.key, CredentialView(
                key=literal(scheme.key),
                scheme=self._scheme_call(plan),
                arguments=tuple(map(self._argument, roles)),
                environment=tuple(map(self._variable, roles)),
                passed=tuple(self._name(role) for role in plan.takes),
                direct=(self._name("access_token"),),
                shown=tuple(map(self._name, _shown_roles(plan))),
                fetches_tokens=bool(plan.grants),
            )

    def _name(self, role: str) -> Code:
        return identifier(self._names[role])

    def _variable(self, role: str) -> str:
        if role in _WITHOUT_VARIABLE:
            return ""
        named = next((item.environment for item in self._schemes), "")
        if role == "access_token" and named:
            return named
        return f"{self._prefix}_{self._names[role].strip('_').upper()}"

    def _argument(self, role: str) -> ArgumentView:
        said = _DESCRIPTIONS[role]
        if role == "access_token":
            more = next(filter(None, (x.description for x in self._schemes)), "")
            said = f"{said}\n\n{more}" if more else said
        elif role == "scopes":
            said = _with_scopes(said, self._group)
        return ArgumentView(
            self._name(role),
            _ANNOTATIONS.get(role, OPTIONAL_STRING),
            NONE,
            said,
            async_annotation=ASYNC_TOKEN if role == "access_token" else None,
        )

    def _scheme_call(self, plan: TokenPlan) -> Call:
        names = [self._names[role] for role in plan.takes]
        variables = [self._variable(role) for role in plan.takes]
        while variables and not variables[-1]:
            variables.pop()
        arguments = Keyword("arguments", string_tuple(names))
        environment = Keyword("environment", string_tuple(variables))
        if not plan.grants:
            return Call(runtime("Bearer"), keywords=(arguments, environment))
        keywords = [Keyword("token_url", literal(plan.token_url))]
        if plan.refresh_url:
            keywords.append(Keyword("refresh_url", literal(plan.refresh_url)))
        keywords.append(Keyword("grants", string_tuple(plan.grants)))
        keywords.append(Keyword("takes", string_tuple(plan.takes)))
        if names != [*plan.takes]:
            keywords.append(arguments)
        return Call(runtime("OAuth2"), keywords=(*keywords, environment))


def _shown_roles(plan: TokenPlan) -> tuple[str, ...]:
    """Return the roles shown in samples, preferably those that need no user login."""
    if "client_credentials" in plan.grants:
        return ("client_id", "client_secret")
    if "password" in plan.grants:
        return ("username", "password")
    return ("access_token",)


def _with_scopes(said: str, group: TokenGroup) -> str:
    scopes = sorted({name for plan in group.plans.values() for name in plan.scopes})
    if not scopes or len(scopes) > _MOST_SCOPES:
        return said
    return f"{said}\n\nAvailable scopes: {', '.join(f'`{name}`' for name in scopes)}."
