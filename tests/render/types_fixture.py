"""Models and parameters for the package that has every feature."""

from __future__ import annotations

from sdksmith.plan.expressions import LITERAL, NONE, Generic
from sdksmith.plan.package import (
    AliasView,
    ClassView,
    FieldView,
    TypedDictView,
    TypesModuleView,
)
from sdksmith.text.pysource import Code, literal

from .texts import HOSTILE, LONG, STATUSES, parsed

PET_MODULE = TypesModuleView(
    module=Code("pet"),
    definitions=(
        AliasView(
            Code("Status"),
            Generic(LITERAL, tuple(map(literal, STATUSES))),
            "How the pet is.",
            (("status 0", HOSTILE), ("status 1", LONG), ("status 2", "")),
        ),
        AliasView(Code("Names"), parsed("list[str]"), ""),
        ClassView(
            Code("Pet"),
            f"A pet.\n\n{HOSTILE}",
            (
                FieldView(Code("id"), None, parsed("str"), None, HOSTILE),
                FieldView(Code("class_"), "class", parsed("str | None"), NONE, LONG),
                FieldView(
                    Code("born_on"),
                    'a very long name on the "wire", longer than most of its kind are',
                    parsed("datetime.date | None"),
                    NONE,
                    "",
                    deprecated=True,
                ),
                FieldView(Code("needed"), "is-needed", parsed("bool"), None, ""),
                FieldView(
                    Code("status"), None, parsed("Status | str | None"), NONE, ""
                ),
                FieldView(Code("parent"), None, parsed("Pet | None"), NONE, ""),
            ),
        ),
        ClassView(Code("Bag"), "", (), extra=parsed("int")),
    ),
    exports=tuple(map(Code, ("Bag", "Names", "Pet", "Status"))),
)
PROBLEM_MODULE = TypesModuleView(
    module=Code("problem"),
    definitions=(
        ClassView(
            Code("Problem"),
            "",
            (FieldView(Code("code"), None, parsed("int | None"), NONE, ""),),
        ),
    ),
    exports=(Code("Problem"),),
)
SHAPE_MODULE = TypesModuleView(
    module=Code("shape"),
    definitions=(
        AliasView(Code("Kind"), parsed('Literal["cat", "dog"]'), ""),
        TypedDictView(
            Code("ShapeParams"),
            HOSTILE,
            (
                FieldView(Code("size"), None, parsed("int"), None, HOSTILE),
                FieldView(
                    Code("odd"),
                    None,
                    parsed("NotRequired[OddParams]"),
                    None,
                    "",
                    deprecated=True,
                ),
            ),
        ),
        TypedDictView(
            Code("OddParams"),
            "Keys that are no names.",
            (
                FieldView(
                    Code("a_b"), "a-b", parsed("NotRequired[str]"), None, HOSTILE
                ),
                FieldView(Code("class_"), "class", parsed("int"), None, ""),
                FieldView(Code("plain"), None, parsed("int"), None, ""),
            ),
            functional=True,
        ),
        TypedDictView(Code("NothingParams"), "", ()),
    ),
    exports=tuple(map(Code, ("Kind", "NothingParams", "OddParams", "ShapeParams"))),
)
