"""Certificates of servers and clients."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import pytest

from tests.behaviour.faults.process import FaultServer, run_server

from .harness import Harness, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def secure(certificate: tuple[Path, Path]) -> Iterator[FaultServer]:
    with run_server(*certificate) as running:
        yield running


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


def create(client: Any) -> Any:
    return client.things.create(name="n")


@pytest.mark.parametrize("call", [retrieve, create])
def test_unknown_certificate_raises_without_retries(
    harness: Harness, kind: Kind, secure: FaultServer, call: Any
) -> None:
    outcome = harness.call_with_faults(kind, "ok", call, base_url=secure.secure)
    error = outcome.raised(harness.package.APIConnectionError)
    assert "certificate" in str(error).lower()
    assert outcome.waits == []  # a retry would fail too


def test_client_certificates_are_accepted(
    harness: Harness, kind: Kind, secure: FaultServer, certificate: tuple[Path, Path]
) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    context.load_cert_chain(*certificate)
    outcome = harness.call_with_faults(
        kind, "ok", retrieve, base_url=secure.secure, context=context
    )
    assert outcome.returned().id == "t1"


def test_missing_client_certificate_raises(
    harness: Harness, kind: Kind, secure: FaultServer, certificate: tuple[Path, Path]
) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    outcome = harness.call_with_faults(
        kind, "ok", retrieve, base_url=secure.secure, context=context
    )
    outcome.raised(harness.package.APIConnectionError)


def test_a_certificate_for_another_host_raises_without_retries(
    harness: Harness, kind: Kind, secure: FaultServer, certificate: tuple[Path, Path]
) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    context.load_cert_chain(*certificate)
    url = secure.secure.replace("127.0.0.1", "localhost")
    outcome = harness.call_with_faults(
        kind, "ok", retrieve, base_url=url, context=context
    )
    error = outcome.raised(harness.package.APIConnectionError)
    assert "certificate" in str(error).lower()
    assert outcome.waits == []


def test_a_handshake_that_never_ends_raises_after_the_timeout(
    harness: Harness, kind: Kind
) -> None:
    # This origin has no TLS; the server waits for the end of the headers.
    url = harness.server.origin.replace("http://", "https://")
    outcome = harness.call_with_faults(
        kind, "ok", create, base_url=url, timeout=0.2, max_retries=1
    )
    outcome.raised(harness.package.APITimeoutError)
    assert len(outcome.waits) == 1  # no request was sent
    assert outcome.attempts == []


def test_resets_during_the_handshake_are_retried(harness: Harness, kind: Kind) -> None:
    url = harness.server.resetting.replace("http://", "https://")
    outcome = harness.call_with_faults(kind, "ok", create, base_url=url)
    outcome.raised(harness.package.APIConnectionError)
    # No request was sent, so that even a POST can be repeated.
    assert len(outcome.waits) == 2
