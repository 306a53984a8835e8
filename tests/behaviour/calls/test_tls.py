"""Certificates: those of servers, and those that clients show."""

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
def test_a_certificate_that_nobody_knows(
    harness: Harness, kind: Kind, secure: FaultServer, call: Any
) -> None:
    outcome = harness.meet(kind, "ok", call, base_url=secure.secure)
    error = outcome.raised(harness.package.APIConnectionError)
    assert "certificate" in str(error).lower()
    assert outcome.waits == []  # it would not be accepted the next time, either


def test_certificates_on_both_sides(
    harness: Harness, kind: Kind, secure: FaultServer, certificate: tuple[Path, Path]
) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    context.load_cert_chain(*certificate)
    outcome = harness.meet(
        kind, "ok", retrieve, base_url=secure.secure, context=context
    )
    assert outcome.returned().id == "t1"


def test_a_client_without_a_certificate(
    harness: Harness, kind: Kind, secure: FaultServer, certificate: tuple[Path, Path]
) -> None:
    context = ssl.create_default_context(cafile=certificate[0])
    outcome = harness.meet(
        kind, "ok", retrieve, base_url=secure.secure, context=context
    )
    outcome.raised(harness.package.APIConnectionError)
