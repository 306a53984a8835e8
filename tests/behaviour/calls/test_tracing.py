"""OpenTelemetry instrumentation of the HTTP library, as in the README of clients."""

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


def test_each_attempt_is_a_span_with_a_traceparent_header(
    harness: Harness, kind: Kind, spans: InMemorySpanExporter
) -> None:
    outcome = harness.call_with_faults(
        kind, "503,ok", lambda client: client.things.retrieve("t1"), token="secret"
    )
    assert outcome.returned().id == "t1"
    finished = spans.get_finished_spans()
    seen = [
        (span.name, (span.attributes or {})["http.status_code"]) for span in finished
    ]
    assert seen == [("GET", 503), ("GET", 200)]
    traces = [f"{span.context.trace_id:032x}" for span in finished if span.context]
    sent = [one["headers"]["traceparent"].split("-")[1] for one in outcome.attempts]
    assert sent == traces
    assert not any("secret" in span.to_json() for span in finished)
