"""Alternative media types of bodies and responses that need a method or an argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...model.types import Choice, Record, Scalar, ScalarKind
from .bodies import BodyKind, body_kind, choose_body, is_form, sent_fields
from .formats import essence, is_file_format, is_json
from .media_types import Reading, choose_content, reading_of
from .streams import find_items, is_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Body, Content, Operation, Response
    from ...model.types import Type, TypeId

_WORDS: Final = {
    "*": "bytes",
    "octet-stream": "bytes",
    "plain": "text",
    "x-www-form-urlencoded": "form",
    "form-data": "multipart",
    "mixed": "multipart",
    "related": "multipart",
    "x-yaml": "yaml",
    "svg+xml": "svg",
}


def media_word(media_type: str) -> str:
    """Return the short name of a media type: `json`, `form`, `csv`, `pdf`."""
    main, _, subtype = media_type.partition(";")[0].strip().partition("/")
    if is_stream(media_type):
        return "stream"
    if subtype in _WORDS and not (subtype == "*" and main != "*"):
        return _WORDS[subtype]
    if subtype == "*":
        return main
    stem, plus, suffix = subtype.rpartition("+")
    word = (stem if plus else suffix).rpartition(".")[2].removeprefix("x-")
    return word or suffix


def media_words(media_type: str) -> tuple[str, ...]:
    """Return the names of a media type, from the shortest to the most specific."""
    word = media_word(media_type)
    if not is_stream(media_type):
        return word, media_type
    subtype = media_type.partition(";")[0].strip().partition("/")[2]
    return word, subtype.rpartition("+")[2].removeprefix("x-"), media_type


def other_bodies(api: Api, body: Body) -> Iterator[Content]:
    """Yield the alternatives of a body that accept other data than the default one.

    The default alternative, which the client sends anyway, is not included. An
    alternative is skipped if it has the same type as a previous one or only properties
    that a previous one has as well, because it is then only another encoding of the
    same data. The same applies to structured XML as an alternative to JSON. A file, such
    as a PDF next to the JSON with its address, is other data even if both have the same
    schema, which is unavoidable in Swagger 2.0.
    """
    main = choose_body(api, body.contents)
    known = _KnownBodies(api)
    known.add(main)
    for content in body.contents:
        if content is main or not _adds_type(api, content):
            continue
        if not known.covers(content):
            known.add(content)
            yield content


def _adds_type(api: Api, content: Content) -> bool:
    described = _described(api, content)
    if described is None:
        return False
    kind = body_kind(api, content)
    if kind in {BodyKind.TEXT, BodyKind.FILE}:
        # An XML body has the same structure as its JSON alternative.
        return isinstance(described, Scalar | Choice) or _is_file(content)
    return kind is not BodyKind.OBJECT


def _is_file(content: Content) -> bool:
    """Return whether a body is a file rather than the data that its schema describes."""
    name = essence(content.media_type)
    return name == "application/octet-stream" or is_file_format(name)


class _KnownBodies:
    """Alternatives of a body that have a method, indexed by what they accept.

    A search through all of them for each alternative would take quadratic time.
    """

    def __init__(self, api: Api) -> None:
        self._api = api
        self._kinds: set[BodyKind] = set()
        self._types: set[TypeId | None] = set()
        self._scalars: set[ScalarKind] = set()
        self._has_scalar_text = False
        self._records = 0
        self._records_by_property: dict[str, set[int]] = {}

    def add(self, content: Content) -> None:
        """Add an alternative."""
        self._kinds.add(body_kind(self._api, content))
        self._types.add(content.type)
        described = _described(self._api, content)
        if isinstance(described, Scalar):
            self._scalars.add(described.kind)
            self._has_scalar_text |= not is_json(content.media_type)
        elif isinstance(described, Record):
            for field in sent_fields(described):
                self._records_by_property.setdefault(field.name, set()).add(
                    self._records
                )
            self._records += 1

    def covers(self, content: Content) -> bool:
        """Return whether one of the alternatives accepts the data of another one."""
        if _is_file(content):
            return body_kind(self._api, content) in self._kinds
        if content.type in self._types:
            return True
        described = _described(self._api, content)
        if isinstance(described, Scalar):
            return described.kind in self._scalars or self._has_scalar_text
        return isinstance(described, Record) and self._has_properties(described)

    def _has_properties(self, described: Record) -> bool:
        """Return whether a known object has all properties of another one."""
        having = [
            self._records_by_property.get(field.name, set[int]())
            for field in sent_fields(described)
        ]
        if not having:
            return self._records > 0
        having.sort(key=len)
        return bool(having[0].intersection(*having[1:]))


def _described(api: Api, content: Content) -> Type | None:
    return None if content.type is None else api.types[content.type]


def alike_media_types(api: Api, body: Body) -> tuple[str, ...]:
    """Return the media types that the caller of a method can choose from.

    They are bodies of the same kind and type that only the media type distinguishes:
    a JSON merge patch and a JSON patch, or several image formats. The result is empty
    if plain JSON is one of them, because the others are then only aliases of it.
    """
    main = choose_body(api, body.contents)
    if is_form(main.media_type):
        return ()
    alike = [
        content.media_type
        for content in _alike_contents(api, body, main)
        if "*" not in content.media_type
    ]
    if len(alike) < 2 or "application/json" in alike:
        return ()
    return tuple(dict.fromkeys([main.media_type, *alike]))


def _alike_contents(api: Api, body: Body, main: Content) -> tuple[Content, ...]:
    """Return the alternatives of the same kind and type as the default one, with it."""
    kind, sends_json = body_kind(api, main), is_json(main.media_type)
    return tuple(
        content
        for content in body.contents
        if (content.type == main.type or kind is BodyKind.FILE)
        and is_json(content.media_type) is sends_json
        and body_kind(api, content) is kind
    )


def with_default_contents(api: Api, operation: Operation) -> Operation:
    """Return an operation with only the media types that its method sends and reads.

    The methods for alternatives differ from it in one media type. If each of them kept
    all media types, planning the methods of an operation would take quadratic time.
    """
    body = operation.body
    if body is not None and body.contents:
        main = choose_body(api, body.contents)
        body = replace(body, contents=_alike_contents(api, body, main))
    responses = tuple(
        _with_default_content(api, response) for response in operation.responses
    )
    return replace(operation, body=body, responses=responses)


def _with_default_content(api: Api, response: Response) -> Response:
    chosen = choose_content(api, response.contents)
    if chosen is None or len(response.contents) == 1:
        return response
    # Samples are made of the examples of every JSON alternative.
    examples = tuple(
        example
        for content in response.contents
        if content is chosen or is_json(content.media_type)
        for example in content.examples
    )
    return replace(response, contents=(replace(chosen, examples=examples),))


def with_alike_files(api: Api, body: Body, content: Content) -> Body:
    """Return the body of the method for an alternative.

    Args:
        api: The API.
        body: The body of the operation.
        content: The alternative. If it is a file, the result contains the other media
            types of files as well, of which the caller can choose one.
    """
    if body_kind(api, content) is not BodyKind.FILE:
        return replace(body, contents=(content,))
    others = [
        other
        for other in body.contents
        if other is not content and body_kind(api, other) is BodyKind.FILE
    ]
    return replace(body, contents=(content, *others))


def other_responses(api: Api, response: Response) -> Iterator[Content]:
    """Yield the alternatives of a response that differ from the default one.

    Alternatives with the same type are skipped, and so are structures in XML or a
    similar format. Files, such as PDF or CSV, are not skipped. A stream always differs
    from a response that is read as a whole, even if both have the same type.
    """
    main = choose_content(api, response.contents)
    if main is None:
        return
    covered = {(main.type, reading_of(api, main)), _stream_key(api, main)}
    for content in response.contents:
        described = _described(api, content)
        reading = reading_of(api, content)
        if reading is Reading.STREAM:
            if _stream_key(api, content) not in covered:
                covered.add(_stream_key(api, content))
                yield content
            continue
        is_scalar = isinstance(described, Scalar | Choice)
        if described is None or "*" in content.media_type or _is_any(described):
            continue
        is_data = reading is Reading.JSON or is_scalar
        if not is_data and not is_file_format(content.media_type):
            continue
        key = (content.type if reading is Reading.JSON else None, reading)
        if (content.type, reading) not in covered and key not in covered:
            covered |= {key, (content.type, reading)}
            yield content


def _stream_key(api: Api, content: Content) -> tuple[TypeId | None, Reading] | None:
    items = find_items(api, content)
    return None if items is None else (items.type, Reading.STREAM)


def _is_any(described: Type) -> bool:
    return isinstance(described, Scalar) and described.kind is ScalarKind.ANY
