"""Security schemes and security requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of, text_of, texts_of
from ...load.document import join
from ..api import OAuthFlow, Place, Requirement, SchemeKind, SecurityScheme
from ..codes import UNKNOWN_SCHEME, UNUSED_SCHEMES

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..api import Alternative
    from ..references import References
    from ..reporter import Reporter

_PLACES: Final = {"query": Place.QUERY, "header": Place.HEADER, "cookie": Place.COOKIE}
_KINDS: Final = {
    "oauth2": SchemeKind.OAUTH2,
    "openidconnect": SchemeKind.OPENID,
    "mutualtls": SchemeKind.MUTUAL_TLS,
}
_IN_AUTHORIZATION: Final = frozenset(
    {SchemeKind.BASIC, SchemeKind.BEARER, SchemeKind.HTTP, SchemeKind.OAUTH2}
    | {SchemeKind.OPENID}
)


class Security:
    """The security schemes of one document."""

    def __init__(
        self, root: JsonObject, references: References, reporter: Reporter
    ) -> None:
        self._reporter = reporter
        components = object_of(root.get("components"))
        schemes: list[SecurityScheme] = []
        for key, node in object_of(components.get("securitySchemes")).items():
            pointer = join("/components/securitySchemes", key)
            target = references.follow(node, pointer)
            scheme = (
                _read_scheme(key, object_of(target.node), pointer) if target else None
            )
            if scheme is not None:
                schemes.append(scheme)
        self.schemes = tuple(schemes)
        self._by_key = {scheme.key: scheme for scheme in schemes}
        if "security" in root or not self.schemes or _is_required_anywhere(root):
            self.default = self.read(root.get("security"), "/security")
        else:
            self.default = self._infer_default()

    def read(self, listed: JsonValue, pointer: str) -> tuple[Alternative, ...]:
        """Return the alternatives of a `security` list; empty if none is required.

        An undefined scheme is removed from its alternative. An alternative with only
        undefined schemes is removed as a whole, because an empty alternative would mean
        that no credentials are required.
        """
        alternatives: dict[Alternative, None] = {}
        for index, node in enumerate(array_of(listed)):
            wanted = object_of(node)
            place = join(pointer, index)
            alternative = tuple(
                Requirement(key, tuple(texts_of(scopes)))
                for key, scopes in wanted.items()
                if self._is_known(key, place)
            )
            if isinstance(node, dict) and (alternative or not wanted):
                alternatives[alternative] = None
        return tuple(alternatives)

    def _infer_default(self) -> tuple[Alternative, ...]:
        """Return alternatives for a document with schemes but without requirements.

        The document does not define which operations need the schemes, so every call sends
        the credentials that the client has: all of them if they can be sent together, else
        any one of them, else none.
        """
        usable = [x for x in self.schemes if x.kind is not SchemeKind.MUTUAL_TLS]
        single: list[Alternative] = [(Requirement(item.key),) for item in usable]
        combined: Alternative = tuple(Requirement(item.key) for item in usable)
        can_combine = len(usable) > 1 and sum(map(_sends_authorization, usable)) <= 1
        if usable:
            self._reporter.report(
                UNUSED_SCHEMES,
                "security schemes are defined but not required by any operation; every "
                "call sends the credentials that the client has",
                "/components/securitySchemes",
            )
        return (*([combined] if can_combine else ()), *single, ())

    def _is_known(self, key: str, pointer: str) -> bool:
        if key in self._by_key:
            return True
        self._reporter.report(
            UNKNOWN_SCHEME,
            f"security scheme {key!r} is not defined; requirement removed",
            pointer,
            about=key,
        )
        return False

    def uses_authorization(self, alternatives: tuple[Alternative, ...]) -> bool:
        """Return whether a scheme in `alternatives` uses the Authorization header."""
        return any(
            _sends_authorization(self._by_key[requirement.scheme])
            for alternative in alternatives
            for requirement in alternative
        )


def _is_required_anywhere(root: JsonObject) -> bool:
    """Return whether any operation has `security`."""
    return any(
        isinstance(operation, dict) and "security" in operation
        for item in object_of(root.get("paths")).values()
        for operation in (
            *object_of(item).values(),
            *object_of(object_of(item).get("additionalOperations")).values(),
        )
    )


def _sends_authorization(scheme: SecurityScheme) -> bool:
    if scheme.kind is SchemeKind.API_KEY:
        return scheme.place is Place.HEADER and scheme.name.lower() == "authorization"
    return scheme.kind in _IN_AUTHORIZATION


def _read_scheme(key: str, node: JsonObject, pointer: str) -> SecurityScheme | None:
    kind = _read_kind(node)
    if kind is None:
        return None
    return SecurityScheme(
        key=key,
        kind=kind,
        place=_PLACES.get(text_of(node.get("in")), Place.HEADER),
        name=text_of(node.get("name")),
        scheme=text_of(node.get("scheme")).strip(),
        flows=_read_flows(node),
        url=text_of(node.get("openIdConnectUrl"))
        or text_of(node.get("oauth2MetadataUrl")),
        deprecated=node.get("deprecated") is True,
        description=text_of(node.get("description")).strip(),
        pointer=pointer,
    )


def _read_kind(node: JsonObject) -> SchemeKind | None:
    name = text_of(node.get("type")).strip().lower()
    if name == "apikey":
        return SchemeKind.API_KEY if text_of(node.get("name")) else None
    if name == "http":
        scheme = text_of(node.get("scheme")).strip().lower()
        if scheme in {"basic", "bearer"}:
            return SchemeKind(scheme)
        return SchemeKind.HTTP if scheme else None
    return _KINDS.get(name)


def _read_flows(node: JsonObject) -> tuple[OAuthFlow, ...]:
    return tuple(
        OAuthFlow(
            kind=kind,
            token_url=text_of(object_of(flow).get("tokenUrl")),
            authorization_url=text_of(object_of(flow).get("authorizationUrl")),
            refresh_url=text_of(object_of(flow).get("refreshUrl")),
            device_url=text_of(object_of(flow).get("deviceAuthorizationUrl")),
            scopes=tuple(
                sorted(
                    (name, text_of(description))
                    for name, description in object_of(
                        object_of(flow).get("scopes")
                    ).items()
                )
            ),
        )
        for kind, flow in sorted(object_of(node.get("flows")).items())
        if isinstance(flow, dict)
    )
