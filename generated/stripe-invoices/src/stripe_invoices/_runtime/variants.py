"""Unions whose members are told apart by a property."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, cast, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS = {"true": True, "false": False}


def _union(members: Iterable[Any]) -> Any:
    return reduce(lambda left, right: left | right, members)


class Variants:
    """The discriminator of a union (OpenAPI 3.1, section 4.8.25), as an annotation.

        Pet: TypeAlias = Annotated[
            Cat | Dog | PetBase,
            Variants("kind", {"cat": Cat, "dog": Dog}, default=PetBase),
        ]

    A value of the property that the mapping does not have is decoded as the default;
    without one, as one of the members that the mapping does not name, or as the best
    fit where it names them all.
    """

    def __init__(
        self,
        property_name: str,
        mapping: Mapping[str, type[BaseModel]],
        *,
        default: type[BaseModel] | None = None,
    ) -> None:
        """Describe the union.

        Args:
            property_name: The wire name of the property that tells.
            mapping: Value of the property, as text -> the class it means.
            default: The class of values that the mapping does not have.
        """
        self.property_name = property_name
        self.mapping = dict(mapping)
        self.default = default
        self._classes = {*self.mapping.values(), *([default] if default else [])}

    def choose(self, value: object) -> type[BaseModel] | None:
        """Return the class that a value is to be, None when nothing says it.

        Args:
            value: Decoded JSON, or an instance of a member.
        """
        return self._find(value) or (self.default if isinstance(value, dict) else None)

    def _find(self, value: object) -> type[BaseModel] | None:
        """Return the class that a value says it is."""
        if isinstance(value, BaseModel):
            found = (kind for kind in type(value).mro() if kind in self._classes)
            return next(found, None)
        if not isinstance(value, dict):
            return None
        kind = cast("dict[str, object]", value).get(self.property_name)
        if isinstance(kind, bool):
            kind = "true" if kind else "false"
        return self.mapping.get(str(kind))

    def _decode_other(
        self, value: object, decode: core_schema.ValidatorFunctionWrapHandler
    ) -> object:
        """Decode a value that is no member by what it says.

        Raises:
            ValidationError: It says that it is a member, and is not as that one must
                be; what is wrong with it has been said.
        """
        known = self._find(value)
        if known is None:
            return decode(value)
        if isinstance(value, known):
            return value
        raise ValidationError.from_exception_data(known.__name__, [])

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        """Build the validator: the property is looked up without any Python code.

        Only what the mapping does not have is looked at once more, in `_decode_other`.
        """
        members = get_args(source) or (source,)
        named = dict.fromkeys(self.mapping.values())
        others = tuple(member for member in members if member not in named)
        schemas = {model: handler.generate_schema(model) for model in named}
        choices: dict[Any, core_schema.CoreSchema] = {}
        for value, model in self.mapping.items():
            choices[value] = schemas[model]
            if value in _WORDS:
                choices[_WORDS[value]] = schemas[model]
            elif value.isdecimal() and f"{int(value)}" == value:
                choices.setdefault(int(value), schemas[model])  # 1 is True in a dict
        rest = self.default or _union(others or members)
        fallback = core_schema.no_info_wrap_validator_function(
            self._decode_other, handler.generate_schema(rest)
        )
        tagged = core_schema.tagged_union_schema(choices, self.property_name)
        return core_schema.union_schema(
            [tagged, fallback],
            mode="left_to_right",
            # Each class knows how it is encoded; a union would try the others as well.
            serialization=core_schema.simple_ser_schema("any"),
        )
