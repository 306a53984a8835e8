"""Request bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Operation
from sdksmith.model.types import MapOf, ScalarKind, UnionOf

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, LINES, note_type
from tests.plan.views import entries, methods_of, only_method, passed, plan, signature

if TYPE_CHECKING:
    pass


def test_bodies_other_than_objects_are_one_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    pet = builder.record("Pet", name=text)
    cat = builder.record("Cat", name=text)
    either = builder.add(UnionOf(builder.meta("Animal"), (pet, cat)))
    bodies = {
        "/lists": builder.list_of(pet),
        "/maps": builder.add(MapOf(builder.meta(), text)),
        "/unions": either,
        "/any": builder.scalar(ScalarKind.ANY),
        "/empty": builder.record(None),
        "/texts": text,
    }
    for path, body in bodies.items():
        builder.operation("PUT", path, body=body)
    methods = methods_of(plan(builder.build()))
    assert {name.split(".")[0]: signature(m) for name, m in methods.items()} == {
        "lists": "*, body: Sequence[PetParam | Pet]",
        "maps": "*, body: Mapping[str, str]",
        "unions": "*, body: AnimalParam",
        "any": "*, body: object",
        "empty": "*, body: Mapping[str, object]",
        "texts": "*, body: str",
    }
    assert passed(methods["lists.update"]) == {"body": "body"}


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/json", "*, name: str"),
        ("application/vnd.acme+json", "*, name: str"),
        ("multipart/form-data", "*, name: str"),
        ("application/x-www-form-urlencoded", "*, name: str"),
        ("application/xml", "*, body: str | bytes"),
        ("image/png", "*, body: FileInput"),
    ],
)
def test_arguments_by_media_type(media_type: str, expected: str) -> None:
    builder = ApiBuilder()
    pet = builder.record(None, name=builder.scalar())
    item = builder.operation("POST", "/pets")
    builder.operations[0] = _with_body(item, Content(media_type, pet))
    assert signature(only_method(plan(builder.build()))) == expected


def test_json_is_preferred_unless_the_body_has_files() -> None:
    builder = ApiBuilder()
    plain = builder.record(None, name=builder.scalar())
    upload = builder.record(None, file=builder.scalar(ScalarKind.BINARY))
    for path, body in (("/pets", plain), ("/files", upload)):
        item = builder.operation("POST", path)
        contents = [
            Content("application/xml", body),
            Content("multipart/form-data", body),
            Content("application/json", body),
        ]
        builder.operations[-1] = _with_body(item, *contents)
    methods = methods_of(plan(builder.build()))
    sent = {name: entries(method)["body"] for name, method in methods.items()}
    assert sent == {
        "pets.create": '"application/json"',
        "files.create": '"multipart/form-data"',
    }
    assert signature(methods["files.create"]) == "*, file: FileInput"


def test_form_without_an_object_schema_is_a_mapping() -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    item = builder.operation("POST", "/pets")
    form = Content("application/x-www-form-urlencoded", texts)
    builder.operations[0] = _with_body(item, form)
    expected = "*, body: Mapping[str, object]"
    assert signature(only_method(plan(builder.build()))) == expected


def _with_body(item: Operation, *contents: Content) -> Operation:
    return replace(item, body=Body(required=True, contents=contents))


def test_items_of_a_sent_stream() -> None:
    builder = ApiBuilder()
    note = note_type(builder)
    operation = builder.operation("POST", "/notes")

    def sent(content: Content) -> str:
        body = Body(required=True, contents=(content,))
        builder.operations[-1] = replace(operation, body=body)
        return signature(only_method(plan(builder.build())))

    for content in (
        Content(LINES, None, item=note),
        Content(LINES, note),
        Content("application/json-seq", builder.list_of(note)),
    ):
        made = sent(content)
        assert made.startswith("*, body: Iterable[NoteParam")
        assert "AsyncIterable[NoteParam" in made
    # Items without a schema are sent as a string or bytes.
    assert sent(Content(LINES, None)) == "*, body: str | bytes"
    assert sent(Content(LINES, builder.scalar())) == "*, body: str | bytes"
    assert sent(Content(EVENTS, note)) == "*, body: str | bytes"


@pytest.mark.parametrize(
    ("media_type", "kind", "sent"),
    [
        ("*/*", ScalarKind.STRING, "text/plain"),
        ("text/*", ScalarKind.STRING, "text/plain"),
        ("*/*", ScalarKind.BINARY, "application/octet-stream"),
        ("image/*", ScalarKind.BINARY, "application/octet-stream"),
        ("*/*", ScalarKind.INTEGER, "*/*"),  # the runtime sends JSON
    ],
)
def test_a_range_of_media_types_is_sent_as_one_of_them(
    media_type: str, kind: ScalarKind, sent: str
) -> None:
    builder = ApiBuilder()
    operation = builder.operation("PUT", "/motto")
    body = Body(required=True, contents=(Content(media_type, builder.scalar(kind)),))
    builder.operations[-1] = replace(operation, body=body)
    assert entries(only_method(plan(builder.build())))["body"] == f'"{sent}"'
