"""Cases of the fuzzers: documents that are a function of fuzzer, seed and number."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.fuzz import fields, mutations, text_damage

if TYPE_CHECKING:
    from collections.abc import Mapping


class Case(NamedTuple):
    """A document for the generator.

    Attributes:
        fuzzer: Name of the fuzzer.
        name: File name of the document.
        data: Content of the document.
    """

    fuzzer: str
    seed: int
    number: int
    name: str
    data: bytes

    @property
    def command(self) -> str:
        """Command that runs this case again."""
        return (
            f"python -m tests.fuzz {self.fuzzer} --seed {self.seed} "
            f"--start {self.number} --count 1"
        )


FUZZERS: Final[Mapping[str, Callable[[Random, int, int], tuple[str, bytes]]]] = {
    "fields": fields.make_document,
    "mutations": mutations.make_document,
    "bytes": text_damage.make_document,
}
"""Functions that make a document; they take a source of randomness, seed and number."""


def make_case(fuzzer: str, seed: int, number: int) -> Case:
    """Return a case; the same arguments always give the same document."""
    random = Random(f"{fuzzer} {seed} {number}")
    name, data = FUZZERS[fuzzer](random, seed, number)
    return Case(fuzzer, seed, number, name, data)
