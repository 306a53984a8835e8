"""Base class of the models, and discriminated unions."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, cast, get_args

import pydantic
from pydantic import ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """Return the fields as JSON; see `pydantic.BaseModel.model_dump_json`."""
            return super().model_dump_json(**{"warnings": False, **options})

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Return the fields that were set; most models have many that are not."""
        fields_set = self.model_fields_set
        return [item for item in super().__repr_args__() if item[0] in fields_set]


_WORDS = {"true": True, "false": False}


def _union(members: Iterable[Any]) -> Any:
    return reduce(lambda left, right: left | right, members)


class Variants:
    """Annotation with the discriminator of a union (OpenAPI 3.1, section 4.8.25).

        Pet: TypeAlias = Annotated[
            Cat | Dog | PetBase,
            Variants("kind", {"cat": Cat, "dog": Dog}, default=PetBase),
        ]

    If the mapping does not contain the value of the property, the data is decoded as
    the default. Without a default, it is decoded as one of the members that the mapping
    does not contain, or, if it contains all of them, as the member that fits best.
    """

    def __init__(
        self,
        property_name: str,
        mapping: Mapping[str, type[pydantic.BaseModel]],
        *,
        default: type[pydantic.BaseModel] | None = None,
    ) -> None:
        """Create the annotation.

        Args:
            property_name: Name of the discriminator property in the JSON data.
            mapping: Classes by value of the property. Booleans and integers are given
                as strings: `"true"`, `"1"`.
            default: Class of data whose property value is not in the mapping. Defaults
                to None.
        """
        self.property_name = property_name
        self.mapping = dict(mapping)
        self.default = default
        self._classes = {*self.mapping.values(), *([default] if default else [])}

    def choose(self, value: object) -> type[pydantic.BaseModel] | None:
        """Return the class of a value, or None if it cannot be determined.

        Args:
            value: Decoded JSON, or an instance of a member of the union.
        """
        return self._find(value) or (self.default if isinstance(value, dict) else None)

    def _find(self, value: object) -> type[pydantic.BaseModel] | None:
        """Return the class of a value according to the discriminator, or None."""
        if isinstance(value, pydantic.BaseModel):
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
        """Decode a value that the tagged union has not accepted.

        Raises:
            ValidationError: If the value cannot be decoded. If the mapping contains the
                value of its property, the error is empty, because the tagged union has
                reported the details already.
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
        """Return the schema of the validator.

        The discriminator is evaluated by pydantic-core, without calls into Python. Only
        values that the tagged union does not accept are passed to `_decode_other`.
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
                choices.setdefault(int(value), schemas[model])  # 1 == True as a key
        rest = self.default or _union(others or members)
        fallback = core_schema.no_info_wrap_validator_function(
            self._decode_other, handler.generate_schema(rest)
        )
        tagged = core_schema.tagged_union_schema(choices, self.property_name)
        return core_schema.union_schema(
            [tagged, fallback],
            mode="left_to_right",
            # Instances are serialized by their class; a union would try all members.
            serialization=core_schema.simple_ser_schema("any"),
        )
