"""Samples of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.plan.samples.values import SampleMaker

from tests.model.documents import build_schemas

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def sample(schema: JsonObject, *, sent: bool = True, **others: JsonObject) -> JsonValue:
    """Return the sample of a component as JSON.

    Args:
        schema: Schema of the component.
        sent: Whether the sample is sent rather than received.
        others: Other components, by name.
    """
    schemas: JsonObject = {"Thing": schema, **others}
    api = build_schemas(schemas)
    return SampleMaker(api, sent=sent).make(dict(api.schemas)["Thing"]).value
