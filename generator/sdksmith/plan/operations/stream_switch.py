"""Property of a request body that requests a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import Choice, Scalar, ScalarKind
from ..content.bodies import BodyKind
from ..content.media_types import success_responses

if TYPE_CHECKING:
    from ...model.api import Api, Operation
    from ..content.bodies import BodyPlan

_SWITCH: Final = "stream"


def find_stream_switch(api: Api, operation: Operation, body: BodyPlan | None) -> str:
    """Return the property that must be true for the response to be a stream.

    OpenAI's API and the APIs modelled on it have a boolean property `stream`. Without
    it, the method that returns a stream would receive a response that is not a stream.
    The property remains an argument, with the default `True`. In the method next to it,
    which does not stream, the property is kept as documented, because other parts of
    the documentation may refer to it.

    Returns:
        The wire name; empty if the property is missing or the response is not a stream.
    """
    if body is None or body.kind is not BodyKind.FIELDS:
        return ""
    if all(item.items is None for item in success_responses(api, operation)):
        return ""
    for field in body.fields:
        if field.name != _SWITCH:
            continue
        item = api.types[field.type]
        is_flag = isinstance(item, Scalar) and item.kind is ScalarKind.BOOLEAN
        if is_flag or (isinstance(item, Choice) and True in item.values):
            return field.name
    return ""
