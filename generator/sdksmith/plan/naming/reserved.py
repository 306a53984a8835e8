"""Names that types cannot have.

The name of a schema takes precedence: `Operation` is a class in `models`, although the
runtime has a class of the same name. A module that needs both writes
`models.Operation`, as users of the client can (`render/source/names.py`). A type gets a longer
name only if the definitions in the modules of `models` and `params` need its name
themselves.
"""

from __future__ import annotations

from typing import Final

TYPE_MODULES: Final = frozenset(
    (
        *("Annotated", "Any", "Literal", "NotRequired", "TypeAlias", "TypedDict"),
        *("Mapping", "Sequence", "Set", "Decimal", "UUID", "Field", "TypeAliasType"),
        *("BaseModel", "Base64Bytes", "Base64UrlBytes", "DecimalNumber"),
        *("DecimalString", "FileInput", "IntOrFloat", "ISODuration"),
        *("PaddedBase64UrlBytes", "ParameterValue", "Variants"),
        # These are keywords of Python; all other builtins may be hidden.
        *("None", "True", "False"),
    )
)
"""Names that modules of types import. Types never have these names."""
