"""Sample calls of smoke tests."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import httpx2
import pytest
from msgspec.structs import replace
from sdksmith.model.api import Place, Server, Style
from sdksmith.model.types import Choice, Field, Presence, ScalarKind

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.views import only_method, plan, source


def test_sample_call_passes_required_values() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    color = builder.add(Choice(builder.meta("Color"), ScalarKind.STRING, ("", "red")))
    wheel = builder.record(
        "Wheel",
        size=builder.scalar(ScalarKind.NUMBER),
        note=Field("note", text, Presence.OPTIONAL),
    )
    car = builder.record(
        None,
        wheels=builder.list_of(wheel),
        color=color,
        made=builder.scalar(ScalarKind.DATE),
        note=Field("note", text, Presence.OPTIONAL),
    )
    builder.operation(
        "PUT",
        "/garages/{id}/cars",
        body=car,
        parameters=[parameter("id", Place.PATH, builder.scalar(ScalarKind.INTEGER))],
    )
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == (
        'garages.cars.update(1, wheels=[{"size": 1.5}], color="red", '
        'made="2024-01-31")'
    ).replace("'", '"')
    assert smoke.method == "PUT"
    assert smoke.path == "/v1/garages/1/cars"
    assert str(smoke.name) == "garages_cars_update"


@pytest.mark.parametrize(
    ("style", "explode", "path"),
    [
        (Style.SIMPLE, False, "/v1/pets/x"),
        (Style.LABEL, True, "/v1/pets/.x"),
        (Style.MATRIX, False, "/v1/pets/;id=x"),
        (Style.MATRIX, True, "/v1/pets/;id=x"),
    ],
)
def test_path_of_a_sample_call(style: Style, explode: bool, path: str) -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    given = parameter("id", Place.PATH, texts, style=style, explode=explode)
    builder.operation("GET", "/pets/{id}", parameters=[given])
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == 'pets.retrieve(["x"])'
    assert smoke.path == path


@pytest.mark.parametrize(
    "path", ["/.", "/a/./b", "/a/../b", "/../x", "/a/..", "/a/b/..", "/..", "/a/."]
)
def test_dots_in_a_path_are_expected_as_httpx2_sends_them(path: str) -> None:
    builder = ApiBuilder()
    builder.operation("GET", path)
    smoke = only_method(plan(builder.build())).smoke
    assert smoke.path == httpx2.URL(f"https://api.example.com/v1{path}").path


def test_object_in_a_path_is_not_empty() -> None:
    builder = ApiBuilder()
    point = builder.record(
        "Point", x=Field("x", builder.scalar(ScalarKind.INTEGER), Presence.OPTIONAL)
    )
    given = parameter("at", Place.PATH, point, explode=True)
    builder.operation("GET", "/maps/{at}", parameters=[given])
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == 'maps.retrieve({"x": 1})'
    assert smoke.path == "/v1/maps/x=1"


@pytest.mark.parametrize(
    "url",
    [
        "https://other.example/v2",
        "/v2",
        "v2",
        "v2/",
        "./v2",
        "../v2",
        "%s",
        "//b.example/v2",
    ],
)
def test_path_with_a_server_of_the_operation(url: str) -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    api = builder.build()
    (operation,) = api.operations
    operation = replace(operation, servers=(Server(url),))
    smoke = only_method(plan(replace(api, operations=(operation,)))).smoke
    base = urlsplit(urljoin("https://api.example/v1/", url)).path
    assert smoke.path == f"{base.rstrip('/')}/pets"
