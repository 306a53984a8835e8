"""The base of the models: what the API answers with."""

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
    # What came as something else is sent back as it came.
    return b64encode(value).decode() if isinstance(value, bytes) else value


Base64Bytes: TypeAlias = Annotated[
    bytes,
    BeforeValidator(_decode_base64),
    PlainSerializer(_encode_base64, when_used="json"),
]
"""Bytes that travel as base64 text (`format: byte`)."""


def _encode_base64url(value: object) -> object:
    return urlsafe_b64encode(value).decode() if isinstance(value, bytes) else value


Base64UrlBytes: TypeAlias = Annotated[
    bytes,
    BeforeValidator(_decode_base64),
    PlainSerializer(_encode_base64url, when_used="json"),
]
"""The same in the alphabet that URLs can hold (`contentEncoding: base64url`)."""


class BaseModel(pydantic.BaseModel):
    """Something that the API answered with.

    Properties that the description does not know are kept, can be read as attributes,
    and are sent back. Values that do not match the description are kept as they came;
    required properties that did not come are None.
    """

    model_config = ConfigDict(
        extra="allow",
        # A class costs about a millisecond to build; most are never used.
        defer_build=True,
        validate_by_alias=True,
        validate_by_name=True,
        protected_namespaces=(),
        val_json_bytes="base64",
        ser_json_bytes="base64",
    )

    if TYPE_CHECKING:
        __pydantic_extra__: Any = Field(init=False)
        """A subclass may say what other properties hold:
        `__pydantic_extra__: dict[str, int] = Field(init=False)`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, by wire name, without what was never set."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON text, by wire name, without what was never set.

        Args:
            indent: Spaces for each level; None for one line.
        """
        return self.model_dump_json(by_alias=True, exclude_unset=True, indent=indent)

    if not TYPE_CHECKING:
        # pydantic warns of each value that is not of the described type. Here such
        # values are wanted. Type checkers see the signatures of pydantic.

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """Return the fields; see `pydantic.BaseModel.model_dump`."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """Return the fields as JSON; see `pydantic.BaseModel.model_dump_json`."""
            return super().model_dump_json(**{"warnings": False, **options})

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show what was set, and not the many fields that never are."""
        there = self.model_fields_set
        return [item for item in super().__repr_args__() if item[0] in there]
