"""Which schemes of OAuth 2 share their tokens, and how those are fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from msgspec import Struct

from ..model.api import SchemeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..model.api import OAuthFlow, SecurityScheme

ROLES: Final = (
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("refresh_token", "scopes", "token_url", "on_refresh_token"),
)
"""What a token is fetched with, in the order of the constructor arguments."""

# The tokens of these speak for a person, those of clientCredentials for the client.
_USER_FLOWS: Final = frozenset(
    {"authorizationCode", "deviceAuthorization", "implicit", "password"}
)
# RFC 6749, section 4.2.2, and RFC 8628: `implicit` never has a refresh token.
_INTERACTIVE: Final = frozenset({"authorizationCode", "deviceAuthorization"})
_TOKEN_KINDS: Final = frozenset({SchemeKind.OAUTH2, SchemeKind.OPENID})


class TokenPlan(Struct, frozen=True):
    """How the token of a scheme is fetched.

    Attributes:
        grants: The grant types, in the words of RFC 6749; none if the caller brings the
            token.
        takes: What they are fed from, a part of `ROLES`.
        scopes: The names of the scopes that the flows know.
    """

    token_url: str = ""
    refresh_url: str = ""
    grants: tuple[str, ...] = ()
    takes: tuple[str, ...] = ("access_token",)
    scopes: tuple[str, ...] = ()


class TokenGroup(Struct, frozen=True):
    """Schemes of one authority: one set of arguments serves them all."""

    keys: tuple[str, ...]
    plans: Mapping[str, TokenPlan]

    @property
    def name(self) -> str:
        """What its arguments are called after, where there are several groups."""
        return min(self.keys)

    @property
    def takes(self) -> tuple[str, ...]:
        """What all of its schemes are fed from."""
        wanted = {role for plan in self.plans.values() for role in plan.takes}
        return tuple(role for role in ROLES if role in wanted)


def group_tokens(schemes: Sequence[SecurityScheme]) -> tuple[TokenGroup, ...]:
    """Return the schemes whose tokens come from OAuth 2, by authority.

    Google describes each of its flows as a scheme of its own, and asks for both at once:
    they are one token. eBay has one for its users and one for applications: the same
    client, of which each call takes the token that it needs.
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
        # With two token endpoints on its host, it may belong to either.
        near = [group for group, its in zip(groups, known, strict=False) if hosts & its]
        if len(near) == 1 and near[0][0].argument == scheme.argument:
            near[0].append(scheme)
        else:
            brought = groups[len(known) :]
            _join(brought, scheme, _hosts_of)
            groups[len(known) :] = brought
    places = {item.key: place for place, item in enumerate(tokens)}
    for group in groups:
        group.sort(key=lambda item: places[item.key])
    return tuple(map(_plan_group, groups))


def _join(
    groups: list[list[SecurityScheme]],
    scheme: SecurityScheme,
    addresses: Callable[[SecurityScheme], set[str]],
) -> None:
    """Add a scheme to the groups that it shares an address with, which become one."""
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
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


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
    """Return how a token is fetched by any of these flows."""
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
