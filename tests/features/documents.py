"""Documents that use chosen features of the runtime."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdksmith.plan.contract import Feature

_PIECES: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "pieces.yaml").read_text("utf-8")
)


def make_document(name: str, features: Iterable[Feature]) -> dict[str, Any]:
    """Return a document whose client has the features, and those that they require."""
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": name, "version": "1", "description": "A library."},
        "servers": [{"url": "https://api.example.com"}],
    }
    for feature in features:
        _merge(document, deepcopy(_PIECES[feature]))
    return document


def _merge(target: dict[str, Any], piece: dict[str, Any]) -> None:
    for key, value in piece.items():
        if isinstance(value, dict) and key in target:
            _merge(target[key], cast("dict[str, Any]", value))
        else:
            target[key] = value
