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
