"""Methods that answer with a stream, and with a file."""

from __future__ import annotations

from sdksmith.plan.expressions import Keyword
from sdksmith.plan.package import ArgumentView, DocView, MethodView, SmokeView
from sdksmith.text.pysource import Code, literal

from .texts import parsed, parsed_call


def toy_methods(options: ArgumentView) -> tuple[MethodView, ...]:
    """Return methods that take no argument but the options."""
    follow = MethodView(
        name=Code("follow"),
        constant=Code("_FOLLOW"),
        http_method="GET",
        path="/toys",
        operation=(
            Keyword("returns", parsed("str")),
            Keyword("stream", literal("sse")),
        ),
        positional=(),
        keywords=(options,),
        passed=(),
        returns=parsed("Stream[str]"),
        doc=DocView("Follow what becomes of the toys.", arguments=(options,)),
        deprecated=False,
        smoke=SmokeView(
            Code("test_follow"),
            parsed_call("pets.toys.follow()"),
            "GET",
            "/v1/toys",
            expected=literal({"stream": "sse"}),
        ),
        pointer="/paths/~1toys/get",
        call=Code("open_stream"),
        operation_types=(parsed("str"),),
        awaited_returns=parsed("AsyncStream[str]"),
        streams=True,
    )
    picture = MethodView(
        name=Code("picture"),
        constant=Code("_PICTURE"),
        http_method="GET",
        path="/toys/picture",
        operation=(Keyword("returns", parsed("bytes")),),
        positional=(),
        keywords=(options,),
        passed=(),
        returns=parsed("bytes"),
        doc=DocView("Show the toys.", arguments=(options,)),
        deprecated=False,
        smoke=SmokeView(
            Code("test_picture"),
            parsed_call("pets.toys.picture()"),
            "GET",
            "/v1/toys/picture",
        ),
        pointer="/paths/~1toys~1picture/get",
    )
    return (follow, picture)
