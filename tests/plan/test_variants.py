"""Operations with several media types, and query strings as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Body, Content, PartEncoding, Place, Response
from sdksmith.model.types import Field, MapOf, Presence, ScalarKind
from sdksmith.plan.content.alternatives import media_word

from .builder import ApiBuilder, parameter
from .planned import entries, methods_of, only_method, plan, signature, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("application/json", "json"),
        (FORM, "form"),
        (MULTIPART, "multipart"),
        ("multipart/mixed", "multipart"),
        ("text/plain; charset=utf-8", "text"),
        ("text/csv", "csv"),
        ("application/octet-stream", "bytes"),
        ("*/*", "bytes"),
        ("image/*", "image"),
        ("image/svg+xml", "svg"),
        ("application/x-yaml", "yaml"),
        ("application/vnd.acme.summary+json", "summary"),
        ("application/vnd.github.v3.diff", "diff"),
    ],
)
def test_the_word_of_a_media_type(media_type: str, word: str) -> None:
    assert media_word(media_type) == word


def names(builder: ApiBuilder, *contents: Content) -> list[str]:
    """Return the methods of an operation that takes these bodies."""
    builder.operations.clear()
    operation = builder.operation("POST", "/files")
    changed = Body(required=True, contents=contents)
    builder.operations[-1] = replace(operation, body=changed)
    return sorted(name.rpartition(".")[2] for name in methods_of(plan(builder.build())))


def test_a_body_with_which_something_else_is_said_has_a_method() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    upload = builder.record("Upload", file=builder.scalar(ScalarKind.BINARY), name=text)
    link = builder.record("Link", url=text, name=text)
    part = builder.record("Part", name=text)
    both = [Content(JSON, link), Content(MULTIPART, upload)]
    assert names(builder, *both) == ["create", "create_as_json"]
    assert names(builder, *both[::-1]) == ["create", "create_as_json"]
    # All of it can be said in JSON as well.
    assert names(builder, Content(JSON, link), Content(FORM, part)) == ["create"]
    assert names(builder, Content(JSON, link), Content(FORM, link)) == ["create"]
    assert names(builder, Content(JSON, link), Content("application/xml", part)) == [
        "create"
    ]
    assert names(builder, Content(JSON, link), Content("text/plain", text)) == [
        "create",
        "create_as_text",
    ]
    assert names(builder, Content(JSON, link), Content("text/plain", None)) == [
        "create"
    ]


def test_variants_have_a_signature_and_a_body_of_their_own() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    names(
        builder,
        Content(JSON, builder.record("Link", url=text)),
        Content(FORM, builder.record("Form", code=text)),
    )
    package = plan(builder.build())
    methods = methods_of(package)
    assert signature(methods["files.create"]) == "*, url: str"
    assert signature(methods["files.create_as_form"]) == "*, code: str"
    assert entries(methods["files.create_as_form"])["body"] == f'"{FORM}"'
    assert "Same as `create`, but sends the body as" in (
        methods["files.create_as_form"].doc.body
    )


def test_media_types_that_differ_in_name_are_an_argument() -> None:
    builder = ApiBuilder()
    change = builder.add(MapOf(builder.meta(), builder.scalar()))
    patches = ["application/merge-patch+json", "application/json-patch+json"]

    def argument(*contents: Content) -> str:
        assert names(builder, *contents) == ["create"]
        return signature(only_method(plan(builder.build()))).partition(", content_")[2]

    assert argument(*(Content(name, change) for name in patches)) == (
        'type: Literal["application/merge-patch+json", "application/json-patch+json"]'
        " | Omit = omit"
    )
    # .NET lists these for one and the same.
    assert argument(Content(patches[0], change), Content(JSON, change)) == ""
    picture = builder.scalar(ScalarKind.BINARY)
    other = builder.scalar(ScalarKind.BINARY)
    images = (Content("image/png", picture), Content("image/gif", other))
    assert argument(*images) == 'type: Literal["image/png", "image/gif"] | Omit = omit'
    assert argument(images[0], Content("image/*", picture)) == ""


def answers(builder: ApiBuilder, *contents: Content) -> dict[str, str]:
    builder.operations.clear()
    builder.operation("GET", "/files/{id}", responses=(Response("200", contents),))
    methods = methods_of(plan(builder.build()))
    return {
        name.rpartition(".")[2]: source(item.returns) for name, item in methods.items()
    }


def test_an_answer_that_is_something_else_has_a_method() -> None:
    builder = ApiBuilder()
    file = builder.record("File", id=builder.scalar())
    other = builder.record("Other", id=builder.scalar())
    text, data = builder.scalar(), builder.scalar(ScalarKind.BINARY)
    assert answers(
        builder,
        Content("text/csv", text),
        Content(JSON, file),
        Content("application/pdf", data),
        Content("application/xml", file),
        Content("application/vnd.acme.short+json", other),
    ) == {
        "retrieve": "File",
        "retrieve_as_csv": "str",
        "retrieve_as_pdf": "bytes",
        "retrieve_as_short": "Other",
    }
    assert answers(builder, Content(JSON, file), Content("text/json", file)) == {
        "retrieve": "File"
    }


def test_bytes_are_meant_where_nobody_describes_the_json_beside_them() -> None:
    builder = ApiBuilder()
    data = Content("image/png", builder.scalar(ScalarKind.BINARY))
    anything = Content(JSON, builder.scalar(ScalarKind.ANY))
    assert answers(builder, anything, data) == {"retrieve": "bytes"}
    assert answers(builder, Content(JSON, None), data) == {"retrieve": "bytes"}
    file = builder.record("File", id=builder.scalar())
    assert answers(builder, Content(JSON, file), data) == {
        "retrieve": "File",
        "retrieve_as_png": "bytes",
    }


def querystring(
    builder: ApiBuilder, type_id: TypeId, media_type: str
) -> dict[str, str]:
    builder.operations.clear()
    builder.operation(
        "GET",
        "/pets",
        parameters=[
            parameter(
                "selector",
                Place.QUERYSTRING,
                type_id,
                required=True,
                media_type=media_type,
                encodings=(PartEncoding("tags", explode=False),),
            )
        ],
    )
    method = only_method(plan(builder.build()))
    return {"signature": signature(method), "styles": entries(method).get("styles", "")}


def test_a_query_string_that_is_a_form_is_a_parameter_for_each_property() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    query = builder.record(
        "Query", q=text, tags=Field("tags", builder.list_of(text), Presence.OPTIONAL)
    )
    assert querystring(builder, query, FORM) == {
        "signature": "*, q: str, tags: Sequence[str] | Omit = omit",
        "styles": '{"query": {"tags": "form"}}',
    }
    free = builder.add(MapOf(builder.meta(), text))
    assert querystring(builder, free, FORM) == {
        "signature": "*, selector: Mapping[str, str]",
        "styles": "",
    }


def test_another_query_string_is_one_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    assert querystring(builder, text, "application/jsonpath") == {
        "signature": "*, selector: str",
        "styles": '{"querystring": {"selector": "form"}}',
    }
    query = builder.record("Query", q=text)
    assert querystring(builder, query, JSON) == {
        "signature": "*, selector: QueryParam | Query",
        "styles": '{"querystring": {"selector": "json"}}',
    }
