"""Constructors of the clients."""

from __future__ import annotations

from msgspec.structs import replace
from sdksmith.render.files import render_package

from .pet_shop import PACKAGE, SMALLEST, generated


def test_base_url_is_required_without_a_server() -> None:
    client = replace(SMALLEST.client, base_url_environment="")
    text = generated(render_package(replace(SMALLEST, client=client)))
    assert "base_url: str,\n" in text["src/pet_shop/client.py"]


def test_missing_base_url_can_be_set_in_the_environment() -> None:
    client = replace(PACKAGE.client, base_url=None, variables=())
    text = generated(render_package(replace(PACKAGE, client=client)))[
        "src/pet_shop/client.py"
    ]
    assert text.count("base_url: str | None = None,\n") == 2
    condition = (
        "Required unless the environment variable\n"
        "            `PET_SHOP_BASE_URL` is set."
    )
    assert text.count(f"base_url: Base URL of the API. {condition}") == 2
