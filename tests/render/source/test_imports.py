"""Import blocks, in the order of rule I001 of ruff."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, LiteralString

import pytest
from sdksmith.render.source.imports import (
    ImportsView,
    ImportView,
    import_block,
    merge_imports,
    sort_names,
)
from sdksmith.text.pysource import Code

if TYPE_CHECKING:
    from pathlib import Path


def from_(module: LiteralString, *names: LiteralString) -> ImportView:
    return ImportView(Code(module), tuple(map(Code, names)))


ALL_KINDS = ImportsView(
    standard=(
        from_("typing", "Any", "TypeAlias", "ANY_STR"),
        ImportView(Code("datetime")),
        from_("collections.abc", "Mapping", "Callable"),
        from_("uuid", "UUID"),
        ImportView(Code("builtins")),
    ),
    third_party=(from_("pydantic", "Field"), ImportView(Code("httpx2"))),
    own=(
        from_(".pets_toys", "PetsToys", "AsyncPetsToys"),
        from_(".pets2", "B"),
        from_(".pets10", "A"),
        from_("..models.pet", "Pet", "PetA", "PET", "pet", "_Pet"),
        from_("..models.Pet", "Other"),
        from_(
            "..models.very_long_module_name_for_a_model",
            "Model1",
            "Model2",
            "Model10",
            "ModelWithALongName",
            "ModelWithAnotherLongName",
        ),
        from_(".._runtime", "omit", "Omit", "ANY", "cached_property", "APIError"),
        from_("..params.pet", "PetParam"),
    ),
)


@pytest.mark.parametrize("typing_only", [False, True])
def test_imports_are_sorted_as_by_ruff(tmp_path: Path, typing_only: bool) -> None:
    view = ImportsView(typing_only=ALL_KINDS) if typing_only else ALL_KINDS
    path = tmp_path / "a.py"
    path.write_text(f"from __future__ import annotations\n\n{import_block(view)}\n")
    for command in (
        ["ruff", "check", "--isolated", "--select", "I"],
        ["black", "--check"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command, str(path)],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_views_are_merged_with_each_name_once() -> None:
    one = ImportsView(standard=(from_("typing", "Any"),), own=(from_(".a", "B"),))
    two = ImportsView(
        standard=(from_("typing", "Literal", "Any"), ImportView(Code("typing"))),
        typing_only=ImportsView(own=(from_(".c", "D"),)),
    )
    assert import_block(merge_imports(one, two)) == (
        "import typing\n"
        "from typing import TYPE_CHECKING, Any, Literal\n"
        "\n"
        "from .a import B\n"
        "\n"
        "if TYPE_CHECKING:\n"
        "    from .c import D"
    )


def test_empty_views_have_no_imports() -> None:
    assert import_block(ImportsView()) == ""
    assert import_block(ImportsView(typing_only=ImportsView())) == ""


def test_names_are_sorted_as_by_ruff() -> None:
    names = [Code(name) for name in ("omit", "Omit2", "Omit10", "ANY", "A", "apiKey")]
    assert sort_names(names) == ["ANY", "A", "Omit2", "Omit10", "apiKey", "omit"]
