"""The property of a body by which a caller asks for a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..model.types import Choice, Scalar, ScalarKind
from .bodies import BodyKind
from .contents import success_answers

if TYPE_CHECKING:
    from ..model.api import Api, Operation
    from .bodies import BodyPlan

_SWITCH: Final = "stream"


def find_stream_switch(api: Api, operation: Operation, body: BodyPlan | None) -> str:
    """Return the property that has to be true for the answer to be a stream.

    OpenAI's API has it, and all that follow it: `stream`, a flag. Without it, the method
    that returns a stream would get an answer that is none. It stays an argument, whose
    default is `True`; that of the method beside it is left as the document has it, since
    other parts of its description may speak of it.

    Returns:
        The wire name; empty where there is none, or the answer is no stream.
    """
    if body is None or body.kind is not BodyKind.FIELDS:
        return ""
    if all(item.items is None for item in success_answers(api, operation)):
        return ""
    for field in body.fields:
        if field.name != _SWITCH:
            continue
        item = api.types[field.type]
        is_flag = isinstance(item, Scalar) and item.kind is ScalarKind.BOOLEAN
        if is_flag or (isinstance(item, Choice) and True in item.values):
            return field.name
    return ""
