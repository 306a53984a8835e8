"""The body property that requests a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Response
from sdksmith.model.types import ScalarKind

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, JSON, note_type
from tests.plan.views import methods_of, plan, signature

if TYPE_CHECKING:
    pass


def test_property_that_requests_a_stream() -> None:
    builder = ApiBuilder()
    text, flag = builder.scalar(), builder.scalar(ScalarKind.BOOLEAN)
    question = builder.record("Question", text=text, stream=flag)
    operation = builder.operation("POST", "/questions")
    note = note_type(builder)

    def methods(*contents: Content) -> dict[str, str]:
        builder.operations[-1] = replace(
            operation,
            body=Body(required=True, contents=(Content(JSON, question),)),
            responses=(Response("200", contents),),
        )
        made = methods_of(plan(builder.build()))
        return {name: signature(method) for name, method in made.items()}

    whole, stream = Content(JSON, note), Content(EVENTS, note)
    unchanged = "*, text: str, stream: bool"
    requested = "*, text: str, stream: bool | Omit = True"
    assert methods(whole) == {"questions.create": unchanged}
    assert methods(stream) == {"questions.create": requested}
    assert methods(whole, stream) == {
        "questions.create": unchanged,
        "questions.create_as_stream": requested,
    }
