"""The instrumentation that OpenTelemetry has for the HTTP library, as READMEs show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from opentelemetry.instrumentation.httpx import HTTPX2ClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from .harness import Harness, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = HTTPX2ClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    yield exporter
    instrumentor.uninstrument()


def test_each_try_is_a_span_that_the_server_learns_of(
    harness: Harness, kind: Kind, spans: InMemorySpanExporter
) -> None:
    outcome = harness.meet(
        kind, "503,ok", lambda client: client.things.retrieve("t1"), token="secret"
    )
    assert outcome.returned().id == "t1"
    finished = spans.get_finished_spans()
    seen = [
        (span.name, (span.attributes or {})["http.status_code"]) for span in finished
    ]
    assert seen == [("GET", 503), ("GET", 200)]
    traces = [f"{span.context.trace_id:032x}" for span in finished if span.context]
    sent = [one["headers"]["traceparent"].split("-")[1] for one in outcome.tries]
    assert sent == traces
    assert not any("secret" in span.to_json() for span in finished)
