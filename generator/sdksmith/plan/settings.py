"""Settings of the plan stage."""

from __future__ import annotations

from msgspec import Struct

from ..model.released_names import ReleasedNames


class PlanSettings(Struct, frozen=True, kw_only=True):
    """Settings that determine the names and the defaults of the client.

    Settings for single operations and credentials are stored in the `Api` itself
    (`Operation.hints`, `SecurityScheme.argument` and `.environment`).

    Attributes:
        package: Name of the import package.
        distribution: Name of the distribution on the package index.
        version: Version of the client.
        base_url: Base URL of the API; overrides the servers of the document.
        idempotency_header: Header that carries an idempotency key on every call that is
            not idempotent, if the document does not define one.
        thorough: Whether sample calls pass every argument rather than only the required
            ones; used by the tests of the generator.
        deprecated_aliases: Whether operations that have another name now keep the
            released one as a deprecated alias.
        released: Names to keep; None if the names of the client are not of interest.
    """

    package: str
    distribution: str
    version: str = "0.1.0"
    base_url: str | None = None
    idempotency_header: str = ""
    thorough: bool = False
    deprecated_aliases: bool = False
    released: ReleasedNames | None = None

    @property
    def names_to_keep(self) -> ReleasedNames:
        """The released names; empty if there are none."""
        return self.released or ReleasedNames()

    @property
    def environment_prefix(self) -> str:
        """Prefix of the names of environment variables."""
        return self.package.upper()
