"""Settings of the plan stage, with defaults that depend on the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.settings import PlanSettings
from .package_names import default_distribution, default_package

if TYPE_CHECKING:
    from ..model.api import Api
    from ..model.released_names import ReleasedNames
    from .settings import Settings


def make_plan_settings(
    api: Api, settings: Settings, released: ReleasedNames | None = None
) -> PlanSettings:
    """Return the settings that the plan stage needs.

    Args:
        api: The API. Its title is the default of the package name.
        settings: The settings of the run.
        released: Names to keep; None if the names of the client are not of interest.
    """
    package = settings.package or default_package(api.title)
    return PlanSettings(
        package=package,
        distribution=settings.distribution or default_distribution(package),
        version=settings.version,
        base_url=settings.base_url,
        idempotency_header=settings.idempotency_header,
        deprecated_aliases=settings.deprecated_aliases,
        released=released,
    )
