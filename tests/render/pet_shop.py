"""Packages planned for documents that together use every feature of the views."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml
from msgspec.structs import replace
from sdksmith.load.loading import load_document
from sdksmith.model.build import build_api
from sdksmith.plan import PlanSettings, build_package
from sdksmith.upgrade import upgrade

if TYPE_CHECKING:
    from sdksmith.json_data import JsonValue
    from sdksmith.plan.package import Package
    from sdksmith.render.rendered import RenderedFile

HERE: Final = Path(__file__).parent
HOSTILE: Final = (
    'ends """ + (1/0) + """ with \\ and\u2028import os # type: ignore\n{{ 7 * 7 }} "'
)
LONG: Final = "A sentence that is repeated until it no longer fits on one line. " * 3
MANUAL: Final = "A paragraph of a manual.\n\n" * 1000
SETTINGS: Final = PlanSettings(
    package="pet_shop", distribution="pet-shop", version="1.2.3"
)


def read_documents(name: str, hostile: str = HOSTILE) -> list[JsonValue]:
    """Return the documents of a file, with `$HOSTILE` and others replaced."""
    documents = yaml.safe_load_all((HERE / name).read_text("utf-8"))
    return [_fill(document, hostile) for document in documents]


def _fill(value: JsonValue, hostile: str) -> JsonValue:
    if isinstance(value, str):
        text = value.replace("$HOSTILE", hostile).replace("$LONG", LONG)
        return text.replace("$MANUAL", MANUAL)
    if isinstance(value, list):
        return [_fill(item, hostile) for item in value]
    if isinstance(value, dict):
        return {key: _fill(item, hostile) for key, item in value.items()}
    return value


def plan_document(root: JsonValue, settings: PlanSettings = SETTINGS) -> Package:
    """Return the package that is planned for a valid document."""
    loaded = load_document("spec.json", json.dumps(root).encode())
    return build_package(build_api(upgrade(loaded.document)).api, settings).package


def plan_pet_shop(
    settings: PlanSettings = SETTINGS, *, hostile: str = HOSTILE
) -> Package:
    """Return the package of the pet shop.

    Args:
        settings: Settings of the plan stage.
        hostile: Replacement of `$HOSTILE`.
    """
    (root,) = read_documents("pet-shop.yaml", hostile)
    return plan_document(root, settings)


PACKAGE: Final = plan_pet_shop()
WITH_SETTINGS: Final = plan_pet_shop(
    replace(
        SETTINGS, base_url="https://x.example.com", idempotency_header="Request-Key"
    )
)
SMALLEST, ONE_WEBHOOK, TYPED_WEBHOOKS, LARGE = map(
    plan_document, read_documents("small-apis.yaml")
)
PACKAGES: Final = {
    "pet shop": PACKAGE,
    "pet shop with settings": WITH_SETTINGS,
    "smallest": SMALLEST,
    "one webhook": ONE_WEBHOOK,
    "large": LARGE,
    "typed webhooks": TYPED_WEBHOOKS,
}


def generated(files: tuple[RenderedFile, ...]) -> dict[str, str]:
    """Return the text of each file that is rendered for the API."""
    return {
        file.path: file.text
        for file in files
        if not file.is_final and "/_runtime/" not in file.path
    }


def readme_examples(files: tuple[RenderedFile, ...]) -> list[str]:
    """Return the Python examples of the README."""
    readme = generated(files)["README.md"]
    return re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
