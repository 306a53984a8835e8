"""Documents with and without security schemes, and their models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.config.overrides import add_auth_schemes, apply_settings
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
    document = add_auth_schemes(read(text), auth)
    return apply_settings(build_api(document).api, auth, names)
