"""The ways to read YAML text, for tests that run with each of them."""

from __future__ import annotations

import pytest
from sdksmith.load.yaml import positions as yamlpositions
from sdksmith.load.yaml import text as yamltext
from sdksmith.load.yaml.nodes import PythonComposer


@pytest.fixture(params=["events", "libyaml", "python"])
def composer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read the events of libyaml, or compose with libyaml or the Python code of PyYAML.

    Returns:
        Which one. Text with unusual features is always composed.
    """
    if request.param != "events":
        monkeypatch.setattr(yamltext, "build_from_events", _read_nothing)
    if request.param == "python":
        monkeypatch.setattr(yamltext, "new_composer", PythonComposer)
        monkeypatch.setattr(yamlpositions, "new_composer", PythonComposer)
    return str(request.param)


def _read_nothing(_: str) -> None:
    return None
