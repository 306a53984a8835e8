"""Client with unions and pairs of schemas: types, and values on the wire."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sdksmith import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = Path(__file__).with_name("dispatch.yaml")

CONSUMER = """\
from typing import Any, assert_type

from dispatch import Client
from dispatch.models import (
    Bike,
    CooledVan,
    Pallet,
    Parcel,
    StopInput,
    TourOutput,
    TourOutputDriver,
    VanBase,
    VehicleBase,
)


def read(client: Client) -> None:
    assert_type(client.loads.list(), list[Parcel | Pallet])
    for load in client.loads.list():
        if isinstance(load, Parcel):
            assert_type(load.weight, float)
    for vehicle in client.vehicles.list():
        assert_type(vehicle, Bike | CooledVan | VanBase | VehicleBase)
        assert_type(vehicle.wheels, int)
    assert_type(client.tally.retrieve(), dict[str, int | Any])
    assert_type(client.nothing.retrieve(), None)


def write(client: Client) -> None:
    client.loads.create(body=client.loads.list())
    client.loads.create(body=[{"kind": "parcel", "weight": 1.5}, {"kind": "pallet"}])
    client.labels.update(body=[{"text": "a", "size": 3}])
    tour = client.tours.retrieve(1)
    assert_type(tour, TourOutput)
    client.tours.update(1, stops=tour.stops, day=tour.day, driver=tour.driver)
    client.tours.update(1, stops=[StopInput(street="a"), {"street": "b"}])
    client.tours.update(1, stops=[], driver=TourOutputDriver(name="n"))
    client.plan.update(body=[tour])
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("dispatch")
    result = generate(str(SPEC), folder / "client")
    assert result.diagnostics == ()
    source = folder / "client" / "src"
    sys.path.insert(0, str(source))
    yield source
    sys.path.remove(str(source))


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", ["mypy", pytest.param("pyright", marks=pytest.mark.nightly)]
)
def test_code_of_users_type_checks(source: Path, tmp_path: Path, checker: str) -> None:
    (tmp_path / "use.py").write_text(CONSUMER, encoding="utf-8")
    options = ["--strict"] if checker == "mypy" else []
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, "use.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(source), "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def respond(path: str, value: object, validation: str) -> Any:
    """Return a client of the package whose API responds with a JSON value."""
    package = importlib.import_module("dispatch")
    api = importlib.import_module("dispatch.testing").MockAPI()
    headers = {"content-type": "application/json"}
    api.add_response("GET", path, content=json.dumps(value), headers=headers)
    return package.Client(transport=api, response_validation=validation)


@pytest.mark.usefixtures("source")
def test_unions_are_decoded_by_their_discriminators() -> None:
    values: list[dict[str, object]] = [
        {"wheels": 2},
        {"wheels": 4, "cooled": True, "degrees": 5},
        {"wheels": 4, "cooled": False},
        {"wheels": 6, "name": "x"},
        {"wheels": 2, "electric": "very"},
        {"name": "y"},
    ]
    client = respond("/vehicles", values, "lenient")
    vehicles = client.vehicles.list()
    assert [type(vehicle).__name__ for vehicle in vehicles] == [
        *("Bike", "CooledVan", "VanBase", "VehicleBase", "Bike", "VehicleBase")
    ]
    assert [vehicle.to_dict() for vehicle in vehicles] == values


@pytest.mark.usefixtures("source")
def test_an_unknown_kind_remains_a_dict() -> None:
    values = [{"kind": "drone", "weight": 1}, {"kind": "parcel", "weight": 1}]
    client = respond("/loads", values, "lenient")
    drone, parcel = client.loads.list()
    assert drone == values[0]
    assert type(parcel).__name__ == "Parcel"
    assert parcel.kind == "parcel"
    strict = respond("/loads", values, "strict")
    with pytest.raises(Exception, match=r"0: Input tag 'drone'"):
        strict.loads.list()


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("path", "value", "is_valid"),
    [
        ("urgency", 2, True),
        ("urgency", 9, True),
        ("urgency", "2", False),
        ("urgency", 2.5, False),
        ("nothing", None, True),
        ("nothing", 0, False),
        ("nothing", "", False),
        ("anything", [1, None], True),
        ("tally", {"n_a": 1, "other": "x"}, True),
        ("tally", [], False),
    ],
)
def test_strict_validation_of_values_at_the_root(
    path: str, value: object, is_valid: bool
) -> None:
    resource = getattr(respond(f"/{path}", value, "strict"), path)
    if is_valid:
        assert resource.retrieve() == value
    else:
        with pytest.raises(Exception, match="do not match the schema"):
            resource.retrieve()
