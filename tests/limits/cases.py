"""Table of the limit cases: kinds of documents, each with its largest size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from . import depth, numbers, references, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

LARGEST: Final = 900_000
"""Approximate size in bytes of the largest document of a kind."""

LEVELS: Final = 180
"""Levels of the deepest document of a kind: the loader accepts 200, of which a document
needs some around the nested value."""

_UNBOUNDED: Final = {
    "html": 12_000,
    "json_text": 110_000,
    "brackets": 400_000,
    "open_brackets": 800_000,
    "yaml_brackets": 400_000,
    "yaml_blocks": 400_000,
    "yaml_aliases": 4_000,
    "yaml_shared_schema": 1_200,
}
"""Sizes of the cases of `depth` that are not limited by the depth of the loader."""


class Case(NamedTuple):
    """Kind of document.

    Attributes:
        name: Name of the kind, `module.function`.
        build: Return a document of a size.
        largest: Largest size; the others are a half and a quarter of it.
    """

    name: str
    build: Callable[[int], bytes]
    largest: int

    @property
    def sizes(self) -> tuple[int, int, int]:
        """Three sizes, each twice the one before."""
        return self.largest // 4, self.largest // 2, self.largest

    @property
    def about(self) -> str:
        """The trait of the documents."""
        return (self.build.__doc__ or "").partition("\n")[0]


def _list_cases(module: ModuleType, largest: int) -> list[Case]:
    folder = module.__name__.rpartition(".")[2]
    builders: dict[str, Callable[[int], bytes]] = {
        name: build
        for name, build in vars(module).items()
        if getattr(build, "__module__", "") == module.__name__ and name[0] != "_"
    }
    return [
        Case(f"{folder}.{name}", build, _UNBOUNDED.get(name, largest))
        for name, build in builders.items()
    ]


CASES: Final = (
    *_list_cases(texts, LARGEST),
    *_list_cases(references, LARGEST),
    *_list_cases(numbers, LARGEST),
    *_list_cases(depth, LEVELS),
)
