"""Base class of the models, and discriminated unions."""

from __future__ import annotations

import types
from functools import cache, partial, reduce
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import pydantic
from pydantic import ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import core_schema

from .partial import (
    adapter_of,
    complete_fields,
    prepare_serializers,
    rebuild,
    schema_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class _Fields(property):
    """Descriptor of `model_fields`, which completes the fields first.

    pydantic takes any other descriptor than a property for a field.
    """

    def __get__(self, instance: Any, owner: Any = None, /) -> Any:
        complete_fields(owner)
        return owner.__pydantic_fields__


class BaseModel(pydantic.BaseModel):
    """Base class of the models of the API.

    Properties that are not documented are kept, are available as attributes, and are
    included when the model is sent. Unless responses are validated strictly, values
    that do not match the schema are kept unchanged, and missing required properties are
    None.
    """

    model_config = ConfigDict(
        extra="allow",
        # The validator of a class takes about 1 ms to build; most are never used.
        defer_build=True,
        validate_by_alias=True,
        validate_by_name=True,
        protected_namespaces=(),
        val_json_bytes="base64",
        ser_json_bytes="base64",
    )

    if TYPE_CHECKING:
        __pydantic_extra__: Any = Field(init=False)
        """Additional properties. A subclass may declare their type:
        `__pydantic_extra__: dict[str, int] = Field(init=False)`."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Complete the fields of the base classes, which pydantic copies."""
        super().__init_subclass__(**kwargs)
        for base in cls.__bases__:
            if base is not BaseModel and issubclass(base, pydantic.BaseModel):
                complete_fields(base)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> core_schema.CoreSchema:
        """Return the schema of the model as part of a validator."""
        return schema_of(cls, source, handler)

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a dict of JSON values.

        Keys are the property names of the API. Fields that were never set are omitted.
        """
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the model as a JSON string.

        Keys are the property names of the API. Fields that were never set are omitted.

        Args:
            indent: Number of spaces per level; None for a single line.
        """
        return self.model_dump_json(by_alias=True, exclude_unset=True, indent=indent)

    if not TYPE_CHECKING:
        # pydantic warns about values that do not match their type, which lenient
        # validation keeps on purpose. Type checkers see the signatures of pydantic.

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """Return the fields; see `pydantic.BaseModel.model_dump`."""
            prepare_serializers(type(self))
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """Return the fields as JSON; see `pydantic.BaseModel.model_dump_json`."""
            prepare_serializers(type(self))
            return super().model_dump_json(**{"warnings": False, **options})

        # A model is complete only after its first use; see `partial.py`.

        @classmethod
        def model_validate_json(cls, json_data: Any, **options: Any) -> Any:
            """Return JSON as a model; see `pydantic.BaseModel.model_validate_json`."""
            if cls.__pydantic_complete__:
                return super().model_validate_json(json_data, **options)
            return adapter_of(cls).validate_json(json_data, **options)

        @classmethod
        def model_construct(cls, _fields_set: Any = None, **values: Any) -> Any:
            """Return a model without validation; see `pydantic.BaseModel`."""
            complete_fields(cls)
            return super().model_construct(_fields_set, **values)

        @classmethod
        def model_rebuild(cls, **options: Any) -> bool | None:
            """Build the validator; see `pydantic.BaseModel.model_rebuild`."""
            # pydantic looks for names in the frame of the caller, two frames further up.
            depth = options.pop("_parent_namespace_depth", 2)
            options["_parent_namespace_depth"] = depth + 2 if depth else 0
            return rebuild(cls, partial(super().model_rebuild, **options))

        model_fields = _Fields()

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Return the fields that were set; most models have many that are not."""
        fields_set = self.model_fields_set
        return [item for item in super().__repr_args__() if item[0] in fields_set]


UNIONS: Final = (Union, types.UnionType)
"""Origins of the annotations that are unions."""

_WORDS: Final = {"true": True, "false": False}


@cache
def alias_value(alias: Any) -> Any:
    """Return the type of a recursive alias, whose value may be an unresolved string."""
    holder = type(
        alias.__name__,
        (),
        {"__module__": alias.__module__, "__annotations__": {"it": alias.__value__}},
    )
    return get_type_hints(holder, include_extras=True)["it"]


def _union(members: Iterable[Any]) -> Any:
    return reduce(lambda left, right: left | right, members)


class Variants:
    """Annotation with the discriminator of a union (OpenAPI 3.1, section 4.8.25).

        Pet: TypeAlias = Annotated[
            Cat | Dog | PetBase,
            Variants("kind", {"cat": Cat, "dog": Dog}, default=PetBase),
        ]

    The value of the property alone selects the type of an object:

    1. A value in the mapping selects the type that it maps to, even if the object does
       not match that type.
    2. Any other value selects the default, or else the members of the union that the
       mapping does not contain. Without such members, the object is not decoded:
       lenient validation keeps it as a dict, and strict validation rejects it.
    3. An object without the property is decoded as the default, or else as the member
       that fits best, like a member of a union without a discriminator.
    """

    def __init__(
        self,
        property_name: str,
        mapping: Mapping[str, Any],
        *,
        default: Any = None,
    ) -> None:
        """Create the annotation.

        Args:
            property_name: Name of the discriminator property in the JSON data.
            mapping: Types by value of the property: classes, or unions whose members
                have a discriminator of their own. Booleans and integers are given as
                strings: `"true"`, `"1"`.
            default: Type of data whose property value is not in the mapping. Defaults
                to None.
        """
        self.property_name = property_name
        self.mapping = dict(mapping)
        self.default = default

    def choose(self, union: Any, value: dict[str, object]) -> Any:
        """Return the type of an object, or None if no member of the union is its type.

        Args:
            union: The union.
            value: The object, as decoded JSON.
        """
        key = self._key(value)
        if key in self.mapping:
            return self.mapping[key]
        if self.default is not None:
            return self.default
        if key is None:
            return union
        others = self._others(union)
        return _union(others) if others else None

    def _key(self, value: Mapping[str, object]) -> str | None:
        """Return the property as a key of the mapping; None if it is missing or null."""
        kind = value.get(self.property_name)
        if kind is None:
            return None
        if isinstance(kind, bool):
            return "true" if kind else "false"
        if isinstance(kind, float) and kind.is_integer():
            return str(int(kind))  # 1.0 is an integer (JSON Schema, section 6.1.1)
        return str(kind)

    def _others(self, union: Any) -> list[Any]:
        """Return the members of the union that the mapping does not contain.

        A member that is a union is contained if all of its members are.
        """
        mapped = {leaf for item in self.mapping.values() for leaf in _leaves(item)}
        return [
            item for item in _members(union) if not mapped.issuperset(_leaves(item))
        ]

    def _sort(self, value: object) -> str:
        """Return the rule by which a value that has no known type is decoded."""
        if not isinstance(value, dict):
            return "any" if isinstance(value, pydantic.BaseModel) else "other"
        key = self._key(cast("dict[str, object]", value))
        if key in self.mapping:
            return "none"  # the tagged union has reported the details already
        if self.default is not None:
            return "default"
        return "other" if key is not None else "any"

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        """Return the schema of the validator.

        The discriminator is evaluated by pydantic-core, without calls into Python. Only
        values that the tagged union does not accept are passed to `_sort`. A validator
        function in place of `_sort` would decode the value as Python data, in which
        strict validation rejects the strings of dates.
        """
        schemas = {
            id(item): handler.generate_schema(item) for item in self.mapping.values()
        }
        choices: dict[Any, core_schema.CoreSchema] = {}
        for value, item in self.mapping.items():
            choices[value] = schemas[id(item)]
            if value in _WORDS:
                choices[_WORDS[value]] = schemas[id(item)]
            elif value.isdecimal() and f"{int(value)}" == value:
                choices.setdefault(int(value), schemas[id(item)])  # 1 == True as a key
        others = [item for item in self._others(source) if item is not self.default]
        rejected = core_schema.no_info_plain_validator_function(_reject)
        rest = {
            "none": rejected,
            "default": (
                handler.generate_schema(self.default) if self.default else rejected
            ),
            "other": handler.generate_schema(_union(others)) if others else rejected,
            "any": handler.generate_schema(_union(_members(source))),
        }
        return core_schema.union_schema(
            [
                core_schema.tagged_union_schema(choices, self.property_name),
                core_schema.tagged_union_schema(rest, self._sort),
            ],
            mode="left_to_right",
            # Instances are serialized by their class; a union would try all members.
            serialization=core_schema.simple_ser_schema("any"),
        )


def _members(union: Any) -> tuple[Any, ...]:
    return get_args(union) or (union,)


def _leaves(item: Any) -> Iterator[Any]:
    """Yield the types of a union and of the unions among its members."""
    if hasattr(item, "__value__"):
        item = alias_value(item)
    if get_origin(item) is Annotated:
        yield from _leaves(get_args(item)[0])
    elif get_origin(item) in UNIONS:
        for member in get_args(item):
            yield from _leaves(member)
    else:
        yield item


def _reject(_: object) -> object:
    raise ValidationError.from_exception_data("Variants", [])
