"""Media types of one body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Response
from sdksmith.model.types import MapOf, ScalarKind
from sdksmith.plan.content.alternatives import media_word

from tests.plan.builder import ApiBuilder
from tests.plan.contents import FORM, JSON, MULTIPART, method_names, return_types
from tests.plan.views import methods_of, only_method, plan, signature

if TYPE_CHECKING:
    pass


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
def test_word_of_a_media_type(media_type: str, word: str) -> None:
    assert media_word(media_type) == word


def test_media_types_that_differ_only_in_name_are_an_argument() -> None:
    builder = ApiBuilder()
    change = builder.add(MapOf(builder.meta(), builder.scalar()))
    patches = ["application/merge-patch+json", "application/json-patch+json"]

    def argument(*contents: Content) -> str:
        assert method_names(builder, *contents) == ["create"]
        return signature(only_method(plan(builder.build()))).partition(", content_")[2]

    assert argument(*(Content(name, change) for name in patches)) == (
        'type: Literal["application/merge-patch+json", "application/json-patch+json"]'
        " | Omit = omit"
    )
    # .NET lists these media types for the same JSON.
    assert argument(Content(patches[0], change), Content(JSON, change)) == ""
    picture = builder.scalar(ScalarKind.BINARY)
    other = builder.scalar(ScalarKind.BINARY)
    images = (Content("image/png", picture), Content("image/gif", other))
    assert argument(*images) == 'type: Literal["image/png", "image/gif"] | Omit = omit'
    assert argument(images[0], Content("image/*", picture)) == ""


def test_files_next_to_json_are_methods_even_if_they_have_its_schema() -> None:
    builder = ApiBuilder()
    source = builder.record("Source", url=builder.scalar())
    files = ("application/pdf", "image/png", "application/xml", "application/yaml")
    contents = [Content(name, source) for name in ("application/json", *files)]
    assert method_names(builder, *contents) == ["create", "create_as_pdf"]
    methods = methods_of(plan(builder.build()))
    assert signature(methods["files.create_as_pdf"]) == (
        "*, body: FileInput, "
        'content_type: Literal["application/pdf", "image/png"] | Omit = omit'
    )
    assert return_types(builder, *contents, Content("text/csv", source)) == {
        "retrieve": "Source",
        "retrieve_as_csv": "str",
        "retrieve_as_pdf": "bytes",
    }


def test_names_tell_a_body_and_a_response_in_the_same_format_apart() -> None:
    builder = ApiBuilder()
    source = builder.record("Source", url=builder.scalar())
    contents = (Content(JSON, source), Content("application/pdf", source))
    builder.operation("POST", "/files", responses=(Response("200", contents),))
    body = Body(required=True, contents=contents)
    builder.operations[-1] = replace(builder.operations[-1], body=body)
    assert sorted(methods_of(plan(builder.build()))) == [
        "files.create",
        "files.create_from_pdf",
        "files.create_to_pdf",
    ]
