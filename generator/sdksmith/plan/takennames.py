"""Names that generated modules import or define, beside the types of the API.

The name of a schema wins: `Operation` is a class in `models`, though the runtime has
one as well. A module that needs both of them writes `models.Operation`, which is how
its reader gets at it, too. Only where a type would stand beside what it is made with,
in the modules of `models` and `params`, it takes a longer name.
"""

from __future__ import annotations

from typing import Final

TYPE_MODULES: Final = frozenset(
    (
        *("Annotated", "Any", "Literal", "NotRequired", "TypeAlias", "TypedDict"),
        *("Mapping", "Sequence", "UUID", "Field", "TypeAliasType"),
        *("BaseModel", "Base64Bytes", "Base64UrlBytes", "FileInput", "ParameterValue"),
        "Variants",
        # Python's grammar takes these; all other builtins are free to be hidden.
        *("None", "True", "False"),
    )
)
"""What modules of types import. No type is called so."""

RESOURCE_MODULE: Final = frozenset(("AsyncResource", "Operation", "Resource"))
"""What every module of `resources` imports; what else it needs, it knows itself."""

CLIENT_MODULE: Final = RESOURCE_MODULE | {
    *("AsyncBaseClient", "AsyncClient", "BaseClient", "Client"),
    *("ApiKey", "Basic", "Bearer", "HttpScheme", "OAuth2", "Service"),
    *("AsyncTokenProvider", "Callable", "Hooks", "Sequence", "TokenProvider"),
    *("Literal", "Mapping", "Omit", "ResponseValidation", "Timeout"),
}
"""What the module `client` imports and defines."""

WEBHOOK_MODULE: Final = frozenset(
    (
        *("ResponseValidation", "WebhookInput", "WebhookReader", "WebhookSwitch"),
        *("ANY", "ListOf", "MapOf", "Nullable"),
    )
)
"""What the module `webhooks` imports."""
