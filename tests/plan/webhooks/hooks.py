"""Webhooks, and the module plan_webhooks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import Webhook
from sdksmith.model.types import Choice, ScalarKind

from tests.plan.builder import ApiBuilder, whole_body
from tests.plan.views import plan, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import WebhooksView


def webhook(
    name: str, body: TypeId | None, media_type: str = "application/json"
) -> Webhook:
    return Webhook(
        name,
        "POST",
        f"/webhooks/{name}/post",
        body=None if body is None else whole_body(body, media_type),
    )


def plan_webhooks(builder: ApiBuilder, *webhooks: Webhook) -> WebhooksView:
    view = plan(builder.build(webhooks=webhooks)).webhooks
    assert view is not None
    return view


def functions(view: WebhooksView) -> dict[str, str]:
    return {str(item.name): source(item.returns) for item in view.webhooks}


def constant(builder: ApiBuilder, *values: str | int) -> TypeId:
    kind = ScalarKind.INTEGER if isinstance(values[0], int) else ScalarKind.STRING
    return builder.add(Choice(builder.meta(), kind, values))
