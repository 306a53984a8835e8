"""OAuth 2 schemes: which of them share tokens, and how tokens are fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.api import SchemeKind
from ...text.urls import Url, parse_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ...model.api import OAuthFlow, SecurityScheme

ROLES: Final = (
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("refresh_token", "scopes", "token_url", "on_refresh_token"),
)
"""Roles of the constructor arguments with which a token is fetched, in their order."""

# Tokens of these flows represent a user, those of clientCredentials the client.
_USER_FLOWS: Final = frozenset(
    {"authorizationCode", "deviceAuthorization", "implicit", "password"}
)
# Interactive flows that can issue refresh tokens (RFC 6749 and RFC 8628). `implicit`
# never does (RFC 6749, section 4.2.2).
_INTERACTIVE: Final = frozenset({"authorizationCode", "deviceAuthorization"})
_TOKEN_KINDS: Final = frozenset({SchemeKind.OAUTH2, SchemeKind.OPENID})


class TokenPlan(Struct, frozen=True):
    """How the token of a scheme is fetched.

    Attributes:
        token_url: URL of the token endpoint.
        refresh_url: URL for refresh tokens; empty if it is the token URL.
        grants: The grant types as named in RFC 6749; empty if the caller provides the
            token.
        takes: The roles of the arguments that the grants use, a subset of `ROLES`.
        scopes: The names of the scopes that the flows define.
    """

    token_url: str = ""
    refresh_url: str = ""
    grants: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("access_token",)
    scopes: tuple[str, ...] = ()


class TokenGroup(Struct, frozen=True):
    """Schemes of one authority, which share one set of arguments.

    Attributes:
        keys: The keys of the schemes.
        plans: Key of a scheme -> how its token is fetched.
    """

    keys: tuple[str, ...]
    plans: Mapping[str, TokenPlan]

    @property
    def name(self) -> str:
        """The name prefix of its arguments if there are several groups."""
        return min(self.keys)

    @property
    def takes(self) -> tuple[str, ...]:
        """The roles of the arguments that its schemes use."""
        wanted = {role for plan in self.plans.values() for role in plan.takes}
        return tuple(role for role in ROLES if role in wanted)


def group_tokens(schemes: Sequence[SecurityScheme]) -> tuple[TokenGroup, ...]:
    """Return the OAuth 2 and OpenID Connect schemes, grouped by authority.

    Google defines a separate scheme for each of its flows and requires both at once: they
    share one token. eBay has one scheme for users and one for applications: they share
    the client ID, and each call uses the token that it requires.
    """
    tokens = [item for item in schemes if item.kind in _TOKEN_KINDS]
    groups: list[list[SecurityScheme]] = []
    for scheme in tokens:
        if _token_urls(scheme):
            _join(groups, scheme, _token_urls)
    known = [_hosts_of(*group) for group in groups]
    for scheme in tokens:
        if _token_urls(scheme):
            continue
        hosts = _hosts_of(scheme)
        # If its host has two token endpoints, the scheme cannot be assigned to either.
        near = [group for group, its in zip(groups, known, strict=False) if hosts & its]
        if len(near) == 1 and near[0][0].argument == scheme.argument:
            near[0].append(scheme)
        else:
            added = groups[len(known) :]
            _join(added, scheme, _hosts_of)
            groups[len(known) :] = added
    places = {item.key: place for place, item in enumerate(tokens)}
    for group in groups:
        group.sort(key=lambda item: places[item.key])
    return tuple(map(_plan_group, groups))


def _join(
    groups: list[list[SecurityScheme]],
    scheme: SecurityScheme,
    addresses: Callable[[SecurityScheme], set[str]],
) -> None:
    """Add a scheme to the groups that share an address with it, merging these groups."""
    related = [
        group
        for group in groups
        if any(
            addresses(scheme) & addresses(other) and other.argument == scheme.argument
            for other in group
        )
    ]
    groups[:] = [group for group in groups if group not in related]
    groups.append([*(item for group in related for item in group), scheme])


def _token_urls(scheme: SecurityScheme) -> set[str]:
    return {flow.token_url for flow in scheme.flows} - {""}


def _hosts_of(*schemes: SecurityScheme) -> set[str]:
    return {
        _host(url)
        for scheme in schemes
        for url in (scheme.url, *_urls(scheme.flows))
        if url
    }


def _urls(flows: Iterable[OAuthFlow]) -> Iterator[str]:
    for flow in flows:
        yield from (flow.token_url, flow.authorization_url, flow.refresh_url)
        yield flow.device_url


def _host(url: str) -> str:
    parts = parse_url(url)
    return f"{parts.host}:{parts.port}" if isinstance(parts, Url) else url


def _plan_group(group: Sequence[SecurityScheme]) -> TokenGroup:
    user_flows = [
        flow for item in group for flow in item.flows if flow.kind in _USER_FLOWS
    ]
    plans: dict[str, TokenPlan] = {}
    for item in group:
        own = [flow for flow in item.flows if flow.kind not in _USER_FLOWS]
        is_for_users = len(own) < len(item.flows)
        plans[item.key] = _plan_flows([*own, *(user_flows if is_for_users else ())])
    return TokenGroup(tuple(item.key for item in group), plans)


def _plan_flows(flows: Sequence[OAuthFlow]) -> TokenPlan:
    """Return the plan for fetching a token by any of the given flows."""
    ordered = sorted(flows, key=lambda flow: (flow.kind, flow.token_url))
    token_url = next((flow.token_url for flow in ordered if flow.token_url), "")
    refresh_url = next((flow.refresh_url for flow in ordered if flow.refresh_url), "")
    token_url = token_url or refresh_url
    kinds = {flow.kind for flow in flows} if token_url else set[str]()
    is_renewable = bool(kinds & _INTERACTIVE) or any(
        flow.refresh_url for flow in flows if flow.kind == "password"
    )
    grants: list[str] = []
    wanted = {"access_token"}
    if is_renewable:
        grants.append("refresh_token")
        wanted |= {"refresh_token", "on_refresh_token"}
    if "password" in kinds:
        grants.append("password")
        wanted |= {"username", "password", "scopes"}
    if "clientCredentials" in kinds:
        grants.append("client_credentials")
        wanted.add("scopes")
    if not grants:
        return TokenPlan()
    wanted |= {"client_id", "client_secret", "token_url"}
    return TokenPlan(
        token_url,
        "" if refresh_url == token_url else refresh_url,
        tuple(grants),
        tuple(role for role in ROLES if role in wanted),
        tuple(sorted({name for flow in flows for name, _ in flow.scopes})),
    )
