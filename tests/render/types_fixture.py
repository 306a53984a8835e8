"""Models and parameters for the package that has every feature."""

from __future__ import annotations

from sdksmith.plan.package import (
    AliasView,
    ClassView,
    FieldView,
    ImportsView,
    ImportView,
    TypedDictView,
    TypesModuleView,
)
from sdksmith.text.pysource import Code, code, join, literal

from .texts import HOSTILE, LONG, STATUSES, from_

PET_MODULE = TypesModuleView(
    module=Code("pet"),
    definitions=(
        AliasView(
            Code("Status"),
            code("Literal[{all}]", all=join(", ", map(literal, STATUSES))),
            "How the pet is.",
            (("status 0", HOSTILE), ("status 1", LONG), ("status 2", "")),
        ),
        AliasView(Code("Names"), Code("list[str]"), ""),
        ClassView(
            Code("Pet"),
            f"A pet.\n\n{HOSTILE}",
            (
                FieldView(Code("id"), None, Code("str"), None, HOSTILE),
                FieldView(
                    Code("class_"),
                    literal("class"),
                    Code("str | None"),
                    Code("None"),
                    LONG,
                ),
                FieldView(
                    Code("born_on"),
                    literal(
                        'a very long name on the "wire", longer than most of its kind are'
                    ),
                    Code("datetime.date | None"),
                    Code("None"),
                    "",
                    deprecated=True,
                ),
                FieldView(Code("needed"), literal("is-needed"), Code("bool"), None, ""),
                FieldView(
                    Code("status"), None, Code("Status | str | None"), Code("None"), ""
                ),
                FieldView(Code("parent"), None, Code("Pet | None"), Code("None"), ""),
            ),
        ),
        ClassView(Code("Bag"), "", (), extra=Code("int")),
    ),
    imports=ImportsView(
        standard=(ImportView(Code("datetime")), from_("typing", "Literal")),
    ),
    exports=tuple(map(Code, ("Bag", "Names", "Pet", "Status"))),
)
PROBLEM_MODULE = TypesModuleView(
    module=Code("problem"),
    definitions=(
        ClassView(
            Code("Problem"),
            "",
            (FieldView(Code("code"), None, Code("int | None"), Code("None"), ""),),
        ),
    ),
    imports=ImportsView(),
    exports=(Code("Problem"),),
)
SHAPE_MODULE = TypesModuleView(
    module=Code("shape"),
    definitions=(
        AliasView(Code("Kind"), Code('Literal["cat", "dog"]'), ""),
        TypedDictView(
            Code("ShapeParams"),
            HOSTILE,
            (
                FieldView(Code("size"), None, Code("int"), None, HOSTILE),
                FieldView(
                    Code("odd"),
                    None,
                    Code("NotRequired[OddParams]"),
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
                    Code("a_b"), literal("a-b"), Code("NotRequired[str]"), None, HOSTILE
                ),
                FieldView(Code("class_"), literal("class"), Code("int"), None, ""),
                FieldView(Code("plain"), None, Code("int"), None, ""),
            ),
            functional=True,
        ),
        TypedDictView(Code("NothingParams"), "", ()),
    ),
    imports=ImportsView(standard=(from_("typing", "Literal", "NotRequired"),)),
    exports=tuple(map(Code, ("Kind", "NothingParams", "OddParams", "ShapeParams"))),
)
