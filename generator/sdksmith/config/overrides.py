"""Settings that override the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..json_data import JsonObject, object_of
from ..model.api import NameHints, PathSlot
from ..model.paging_hints import PagingHints, PagingKind
from .settings import AuthKind, SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..load.document import Document
    from ..model.api import Api, Operation, PathTemplate, SecurityScheme
    from .settings import AuthSettings, OperationSettings


def add_auth_schemes(document: Document, auth: Mapping[str, AuthSettings]) -> Document:
    """Return an upgraded document with the security schemes of the settings added.

    If the root of the document has no `security` (OpenAPI 3.1, section 4.8.1.1), it gets
    one with the added schemes as alternatives, which applies to all operations without
    `security`.
    """
    new_schemes = {key: item for key, item in auth.items() if item.type is not None}
    if not new_schemes:
        return document
    components = object_of(document.root.get("components"))
    known = object_of(components.get("securitySchemes"))
    schemes: JsonObject = {
        **known,
        **{key: _scheme_object(item) for key, item in new_schemes.items()},
    }
    amended: JsonObject = {**components, "securitySchemes": schemes}
    root: JsonObject = {**document.root, "components": amended}
    root.setdefault("security", [{key: []} for key in new_schemes])
    for new, old in ((root, document.root), (amended, components), (schemes, known)):
        document.origins.derive(new, old)
    return document.with_root(root)


def _scheme_object(item: AuthSettings) -> JsonObject:
    if item.type is AuthKind.API_KEY:
        return {"type": "apiKey", "in": str(item.place), "name": item.name}
    return {"type": "http", "scheme": str(item.type)}


def apply_settings(
    api: Api, auth: Mapping[str, AuthSettings], names: Mapping[str, str]
) -> Api:
    """Return an API with the names of methods and credentials from the settings.

    Raises:
        SettingsError: If the settings refer to an operation or a security scheme that the
            API does not have.
    """
    keys = [scheme.key for scheme in api.security_schemes]
    for key in auth:
        if key not in keys:
            raise SettingsError(
                f'document has no security scheme `{key}`; set `type` to "bearer", "basic" '
                f'or "apiKey" to add it{_hint(key, keys)}',
                ("auth", key),
            )
    schemes = tuple(
        _name_credential(scheme, auth.get(scheme.key))
        for scheme in api.security_schemes
    )
    return replace(
        api, security_schemes=schemes, operations=_name_methods(api.operations, names)
    )


def _name_credential(
    scheme: SecurityScheme, item: AuthSettings | None
) -> SecurityScheme:
    if item is None:
        return scheme
    return replace(
        scheme,
        argument=item.argument or scheme.argument,
        environment=item.environment or scheme.environment,
    )


def _name_methods(
    operations: tuple[Operation, ...], names: Mapping[str, str]
) -> tuple[Operation, ...]:
    places = {key: i for i, item in enumerate(operations) for key in _keys(item)}
    named = list(operations)
    for key, name in names.items():
        place = places.get(key)
        if place is None:
            raise SettingsError(
                f"document has no operation `{key}`{_hint(key, places)}",
                ("names", key),
            )
        *group, method = name.split(".")
        hints = NameHints(group=tuple(group), method=method, is_complete=True)
        named[place] = replace(operations[place], hints=hints)
    return tuple(named)


def apply_operations(api: Api, settings: Mapping[str, OperationSettings]) -> Api:
    """Return an API with the settings of individual operations applied.

    Raises:
        SettingsError: If the settings refer to an operation that the API does not have, or
            if their pagination does not fit the operation.
    """
    if not settings:
        return api
    from ..plan.paging.detection import InvalidHints, read_hints

    operations = list(api.operations)
    places = {key: i for i, item in enumerate(operations) for key in _keys(item)}
    for key, item in settings.items():
        place = places.get(key)
        if place is None:
            raise SettingsError(
                f"document has no operation `{key}`{_hint(key, places)}",
                ("operations", key, "paging"),
            )
        if item.paging is None:
            continue
        hints = _paging_hints(item)
        read = read_hints(api, operations[place], hints)
        if isinstance(read, InvalidHints):
            raise SettingsError(
                f"operation `{key}` cannot be paginated as configured: {read.reason}",
                ("operations", key, "paging"),
            )
        operations[place] = replace(operations[place], paging=hints)
    return replace(api, operations=tuple(operations))


def _paging_hints(item: OperationSettings) -> PagingHints:
    options = item.paging
    if not options:
        return PagingHints(None, source="settings")
    return PagingHints(
        PagingKind(options.by),
        parameter=options.parameter,
        next=options.next,
        items=options.items,
        more=options.more,
        total=options.total,
        pages=options.pages,
        first=options.first,
        source="settings",
    )


def _keys(operation: Operation) -> tuple[str, ...]:
    by_path = f"{operation.method} {_path_text(operation.path)}"
    return (by_path, operation.id) if operation.id else (by_path,)


def _path_text(path: PathTemplate) -> str:
    return "".join(
        "/"
        + "".join(
            f"{{{part.name}}}" if isinstance(part, PathSlot) else part.text
            for part in segment
        )
        for segment in path.segments
    )


def _hint(key: str, known: Mapping[str, object] | list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, list(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""
