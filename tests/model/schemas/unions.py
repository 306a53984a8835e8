"""Schemas of unions, and their discriminators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.types import UnionOf

from tests.model.documents import schema_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api


def with_kind(kind: JsonValue, **properties: JsonValue) -> JsonObject:
    return {"type": "object", "properties": {"kind": kind, **properties}}


def default_of(api: Api, name: str) -> str:
    union = schema_of(api, name)
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    assert union.discriminator.default is not None
    meta = api.types[union.discriminator.default].meta
    return meta.name or " ".join(meta.context)
