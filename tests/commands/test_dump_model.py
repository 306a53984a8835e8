"""`sdksmith dump-model`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.commands.command_line import run

if TYPE_CHECKING:
    from pathlib import Path


class TestDumpModel:
    def test_model_is_printed_as_json(self, guessed: Path) -> None:
        done = run("dump-model", guessed)
        assert done.exit_code == 0
        model = json.loads(done.stdout)
        assert model["title"] == "Parcels"
        assert len(model["operations"]) == 2

    def test_model_contains_schemes_of_settings(
        self, spec: Path, tmp_path: Path
    ) -> None:
        config = tmp_path / "sdksmith.toml"
        config.write_text('[auth.token]\ntype = "bearer"\nenvironment = "T"\n')
        (scheme,) = json.loads(run("dump-model", spec).stdout)["security_schemes"]
        assert (scheme["key"], scheme["environment"]) == ("token", "T")
