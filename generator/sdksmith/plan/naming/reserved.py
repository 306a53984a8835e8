"""Names that generated modules import or define in addition to the types of the API.

The name of a schema takes precedence: `Operation` is a class in `models`, although the
runtime has a class of the same name. A module that needs both writes
`models.Operation`, as users of the client can. A type gets a longer name only if the
definitions in the modules of `models` and `params` need its name themselves.
"""

from __future__ import annotations

from typing import Final

TYPE_MODULES: Final = frozenset(
    (
        *("Annotated", "Any", "Literal", "NotRequired", "TypeAlias", "TypedDict"),
        *("Mapping", "Sequence", "UUID", "Field", "TypeAliasType"),
        *("BaseModel", "Base64Bytes", "Base64UrlBytes", "FileInput", "ParameterValue"),
        "Variants",
        # These are keywords of Python; all other builtins may be hidden.
        *("None", "True", "False"),
    )
)
"""Names that modules of types import. Types never have these names."""

RESOURCE_MODULE: Final = frozenset(("AsyncResource", "Operation", "Resource"))
"""Names that every module of `resources` imports; others depend on the module."""

CLIENT_MODULE: Final = RESOURCE_MODULE | {
    *("AsyncBaseClient", "AsyncClient", "BaseClient", "Client"),
    *("ApiKey", "Basic", "Bearer", "HttpScheme", "OAuth2", "Service"),
    *("AsyncTokenProvider", "Callable", "Hooks", "Sequence", "TokenProvider"),
    *("Literal", "Mapping", "Omit", "ResponseValidation", "Timeout"),
}
"""Names that the module `client` imports and defines."""

WEBHOOK_MODULE: Final = frozenset(
    (
        *("ResponseValidation", "WebhookInput", "WebhookReader", "WebhookSwitch"),
        *("ANY", "ListOf", "MapOf", "Nullable"),
    )
)
"""Names that the module `webhooks` imports."""
