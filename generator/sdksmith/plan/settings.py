"""What the plan may be told from outside the document."""

from __future__ import annotations

from msgspec import Struct


class PlanSettings(Struct, frozen=True, kw_only=True):
    """The settings that names and the client depend on.

    What settings say about operations and credentials is in the `Api` itself
    (`Operation.hints`, `SecurityScheme.argument` and `.environment`).

    Attributes:
        package: The import package.
        distribution: The name on the package index.
        version: The version of the client.
        base_url: The URL of the API, before those that the document lists.
        idempotency_header: The header that takes a key with every call that is not
            idempotent, where the document does not say so.
        thorough: Whether sample calls give every argument, and not only the required
            ones; tests of the generator ask for it.
    """

    package: str
    distribution: str
    version: str = "0.1.0"
    base_url: str | None = None
    idempotency_header: str = ""
    thorough: bool = False

    @property
    def environment_prefix(self) -> str:
        """What the names of environment variables start with."""
        return self.package.upper()
