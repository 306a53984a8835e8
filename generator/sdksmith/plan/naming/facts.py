"""Facts about operations, the input of the naming rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.types import Choice, ListOf, Record, Scalar, ScalarKind
from ...text.words import singular, snake, split_words
from ..content.media_types import Reading, success_responses
from ..content.paths import PathShape, path_slots
from ..paging.words import LIST_PARAMETERS
from .verbs import OperationName, read_operation_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.api import Api, Operation
    from ...model.types import TypeId

    Chain = tuple[str, ...]

_VAGUE_TAGS: Final = {"default", "api", "rest", "general", "public", "main"}
_VARIANT: Final = re.compile(r"#\w+=(?P<value>[A-Za-z-]+)\Z")
_HAL_ITEMS: Final = "_embedded"
"""Property that contains the lists of HAL responses (draft-kelly-json-hal, 4.1.2)."""


class ResponseShape(Struct, frozen=True):
    """The shape of a response.

    Attributes:
        is_list: Whether the response is an array.
        is_single: Whether the response is empty, text, bytes or a scalar.
        is_binary: Whether the response consists of bytes.
        is_nothing: Whether the response is empty.
        lists: The names of its properties that are arrays; None if they are unknown.
        type: The type of an object with known properties.
    """

    is_list: bool = False
    is_single: bool = False
    is_binary: bool = False
    is_nothing: bool = False
    lists: tuple[str, ...] | None = None
    type: TypeId | None = None


class Facts(Struct, frozen=True):
    """Facts about one operation.

    Attributes:
        operation: The operation.
        shape: The structure of its path.
        name: The parts of its operationId.
        chain: The fixed segments of the path as attribute names, in snake_case.
        response: The shape of its success response.
        pages: Whether it has pagination parameters.
    """

    operation: Operation
    shape: PathShape
    name: OperationName
    chain: Chain
    response: ResponseShape
    pages: bool

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.operation.method

    @property
    def variant(self) -> tuple[str, ...]:
        """The words of the fragment of a path that is a variant of another one.

        AWS and Azure distinguish operations of one path so: `/meetings#operation=start`.
        """
        match = _VARIANT.search(self.operation.pointer.rpartition("/")[0])
        return split_words(match["value"]) if match else ()

    @property
    def last(self) -> tuple[str, ...]:
        """The words of the last fixed segment."""
        return self.shape.steps[-1].words

    @property
    def known(self) -> frozenset[str]:
        """The words of the path in the singular, including those of its version."""
        words = {singular(word) for step in self.shape.steps for word in step.words}
        for slot in path_slots(self.operation.path):
            words.update(map(singular, split_words(slot)))
        return frozenset(words.union(self.shape.version))


def read_facts(api: Api, operation: Operation, shape: PathShape) -> Facts:
    """Return the facts of an operation."""
    parameters = {"_".join(split_words(item.name)) for item in operation.parameters}
    return Facts(
        operation,
        shape,
        read_operation_id(operation),
        tuple(snake(step.words) for step in shape.steps),
        _response_shape(api, operation),
        bool(parameters & LIST_PARAMETERS),
    )


def tag_chain(item: Facts, words: Sequence[str]) -> Chain:
    """Return the first tag as a resource, unless the words already contain it."""
    for tag in item.operation.tags[:1]:
        tag_words = split_words(tag)
        known = {singular(word) for word in words} | _VAGUE_TAGS
        if any(singular(word) not in known for word in tag_words):
            return (snake(tag_words),)
    return ()


def _response_shape(api: Api, operation: Operation) -> ResponseShape:
    response = success_responses(api, operation)[0]
    if response.reading not in {Reading.JSON, Reading.STREAM}:
        return ResponseShape(
            is_single=True,
            is_binary=response.reading is Reading.BYTES,
            is_nothing=response.reading is Reading.NOTHING,
        )
    if response.type is None:
        return ResponseShape()
    described = api.types[response.type]
    if isinstance(described, Scalar | Choice):
        return ResponseShape(is_single=described.kind is not ScalarKind.ANY)
    if isinstance(described, ListOf):
        return ResponseShape(is_list=True)
    if not isinstance(described, Record) or not described.fields:
        return ResponseShape()
    fields = [*described.fields]
    for field in described.fields:
        held = api.types[field.type]
        if field.name == _HAL_ITEMS and isinstance(held, Record):
            fields += held.fields
    lists = (f.name for f in fields if isinstance(api.types[f.type], ListOf))
    return ResponseShape(lists=tuple(lists), type=response.type)
