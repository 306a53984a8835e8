"""Base class and field types of the models."""

from __future__ import annotations

from base64 import b64decode, b64encode, urlsafe_b64encode
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import pydantic
from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer

if TYPE_CHECKING:
    from collections.abc import Iterable


def _decode_base64(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Both alphabets (RFC 4648, sections 4 and 5), padded or not, in lines or not.
    text = "".join(value.split()).replace("-", "+").replace("_", "/").rstrip("=")
    return b64decode(text + "=" * (-len(text) % 4), validate=True)


def _encode_base64(value: object) -> object:
    # A value that is not bytes did not match its schema; it is sent back unchanged.
    return b64encode(value).decode() if isinstance(value, bytes) else value


Base64Bytes: TypeAlias = Annotated[
    bytes,
    BeforeValidator(_decode_base64),
    PlainSerializer(_encode_base64, when_used="json"),
]
"""Bytes that are a base64 string in JSON (`format: byte`).

Both base64 alphabets are decoded (RFC 4648, sections 4 and 5), with or without padding
and line breaks. The standard alphabet is used for encoding."""


def _encode_base64url(value: object) -> object:
    return urlsafe_b64encode(value).decode() if isinstance(value, bytes) else value


Base64UrlBytes: TypeAlias = Annotated[
    bytes,
    BeforeValidator(_decode_base64),
    PlainSerializer(_encode_base64url, when_used="json"),
]
"""Bytes that are a base64url string in JSON (`contentEncoding: base64url`).

It differs from `Base64Bytes` in that the URL-safe alphabet is used for encoding."""


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
        there = self.model_fields_set
        return [item for item in super().__repr_args__() if item[0] in there]
