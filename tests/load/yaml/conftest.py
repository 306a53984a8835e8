"""Both YAML parsers of PyYAML, for tests that run with each of them."""

from __future__ import annotations

import pytest
from sdksmith.load.yaml import positions as yamlpositions
from sdksmith.load.yaml import text as yamltext
from sdksmith.load.yaml.nodes import PythonComposer


@pytest.fixture(params=["libyaml", "python"])
def composer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Parse with libyaml or with the Python code of PyYAML; return which."""
    if request.param == "python":
        monkeypatch.setattr(yamltext, "new_composer", PythonComposer)
        monkeypatch.setattr(yamlpositions, "new_composer", PythonComposer)
    return str(request.param)
