"""Plan stage, and the checks of the API and of the package around it.

Each stage is imported where it runs, so that a command loads only the stages it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from .config.settings import Settings
    from .plan.package import Package
    from .reading import ReadApi
    from .report.observer import Observer


def plan_package(read: ReadApi, settings: Settings, observer: Observer) -> Package:
    """Plan the package of a client, and report diagnostics about the API as a whole.

    Args:
        read: The API.
        settings: Settings of the run.
        observer: Receives diagnostics and progress.

    Raises:
        DocumentError: If there is nothing to generate, or `strict` does not accept it.
        SettingsError: If the settings do not fit the document.
    """
    from . import checks
    from .config.plan_settings import make_plan_settings
    from .plan import build_package

    checks.note_plain_http(read.document, read.api, settings.base_url, observer.report)
    observer.enter("planning the package")
    plan_settings = make_plan_settings(read.api, settings)
    planned = build_package(read.api, plan_settings, budget=read.budget)
    checks.check_for_operations(
        read.document, read.operations_total, planned.package, observer.report
    )
    # The planner only has pointers into the upgraded document.
    observer.report.extend(
        replace(item, location=read.upgraded.locate(item.location.pointer))
        for item in planned.diagnostics
    )
    if settings.strict:
        checks.check_strictness(read.document, observer.report)
    return planned.package
