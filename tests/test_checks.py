"""Checks between the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.checks import find_plain_host
from sdksmith.config.overrides import add_forgotten_auth, apply_settings
from sdksmith.config.settings import AuthSettings
from sdksmith.load import load_document
from sdksmith.model.build import build_api
from sdksmith.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdksmith.load.document import Document
    from sdksmith.model.api import Api

PATHS = """\
swagger: "2.0"
info: {title: Parcels, version: "1"}
paths:
  /open:
    get: {security: [], responses: {200: {description: Open.}}}
  /parcels:
    get: {operationId: getParcels, responses: {200: {description: Parcels.}}}
"""
SCHEMES = "securityDefinitions:\n  basic: {type: basic}\n"
REQUIRED = SCHEMES + "security: [{basic: []}]\n"


def read(text: str) -> Document:
    return upgrade(load_document("spec.yaml", text.encode()).document)


def build(text: str, auth: Mapping[str, AuthSettings], **names: str) -> Api:
    document = add_forgotten_auth(read(text), auth)
    return apply_settings(build_api(document).api, auth, names)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://api.example.com/v1", "api.example.com"),
        ("http://10.0.0.1", "10.0.0.1"),
        ("HTTP://API.example.com", "api.example.com"),
        ("https://api.example.com", ""),
        ("http://localhost:80", ""),
        ("http://api.localhost", ""),
        ("http://127.1.2.3/", ""),
        ("http://[::1]:8000", ""),
        ("http://[broken", ""),
        ("/relative", ""),
    ],
)
def test_plain_hosts_are_found_only_if_credentials_are_sent(
    url: str, host: str
) -> None:
    assert find_plain_host(build(PATHS + REQUIRED, {}), url) == host
    assert find_plain_host(build(PATHS, {}), url) == ""
