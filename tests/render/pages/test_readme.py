"""Examples in the README."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.render.pet_shop import readme_examples

if TYPE_CHECKING:
    from sdksmith.render.rendered import RenderedFile


def test_readme_examples_call_methods(files: tuple[RenderedFile, ...]) -> None:
    *examples, webhooks = readme_examples(files)
    assert len(examples) == 14
    methods = [
        re.findall(r"client\.((?:admin|pets)\.[\w.]+)", example)[0]
        for example in examples
        if ast.parse(example)
    ]
    special = ["admin.keys.list"] * 3 + ["pets.toys.follow"] * 2 + ["pets.toys.picture"]
    assert methods == ["admin.keys.list"] * 2 + special + ["admin.keys.list"] * 6
    assert webhooks.endswith("event = webhooks.parse_webhook(payload, headers)\n")
