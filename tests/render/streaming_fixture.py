"""Methods that answer with a stream, and with a file."""

from __future__ import annotations

from sdksmith.plan.package import (
    ArgumentView,
    DocView,
    EntryView,
    MethodView,
    SmokeView,
)
from sdksmith.text.pysource import Code, literal


def toy_methods(options: ArgumentView) -> tuple[MethodView, ...]:
    """Return methods that take no argument but the options."""
    follow = MethodView(
        name=Code("follow"),
        constant=Code("_FOLLOW"),
        http_method=literal("GET"),
        path=literal("/toys"),
        operation=(
            EntryView(Code("returns"), Code("str")),
            EntryView(Code("stream"), literal("sse")),
        ),
        positional=(),
        keywords=(options,),
        passes=(),
        returns=Code("Stream[str]"),
        doc=DocView("Follow what becomes of the toys.", arguments=(options,)),
        deprecated=False,
        smoke=SmokeView(
            Code("test_follow"),
            Code("pets.toys.follow()"),
            literal("GET"),
            literal("/v1/toys"),
            expected=literal({"stream": "sse"}),
        ),
        pointer="/paths/~1toys/get",
        call=Code("open_stream"),
        operation_types=Code("str"),
        awaited_returns=Code("AsyncStream[str]"),
        streams=True,
    )
    picture = MethodView(
        name=Code("picture"),
        constant=Code("_PICTURE"),
        http_method=literal("GET"),
        path=literal("/toys/picture"),
        operation=(EntryView(Code("returns"), Code("bytes")),),
        positional=(),
        keywords=(options,),
        passes=(),
        returns=Code("bytes"),
        doc=DocView("Show the toys.", arguments=(options,)),
        deprecated=False,
        smoke=SmokeView(
            Code("test_picture"),
            Code("pets.toys.picture()"),
            literal("GET"),
            literal("/v1/toys/picture"),
        ),
        pointer="/paths/~1toys~1picture/get",
    )
    return follow, picture
