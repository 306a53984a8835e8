"""Results of cases."""

from __future__ import annotations

from typing import NamedTuple


class Failure(NamedTuple):
    """A violated expectation.

    Attributes:
        kind: What failed, the same for all documents with the same fault.
        detail: Traceback or location.
    """

    kind: str
    detail: str = ""


class Outcome(NamedTuple):
    """Result of the generator for one document.

    Attributes:
        is_client: Whether there is a client; otherwise, the document was rejected.
        failures: Violated expectations.
        seconds: CPU time of the generator, without the oracles.
        client: Folder in which the client was kept for further checks; empty if not kept.
    """

    is_client: bool
    failures: tuple[Failure, ...] = ()
    seconds: float = 0.0
    client: str = ""
