"""Types of merge patches."""

from __future__ import annotations

from msgspec.structs import replace
from sdksmith.model.api import Body, Content
from sdksmith.model.types import Field, Presence, TypeId

from tests.plan.builder import ApiBuilder, whole_body
from tests.plan.views import methods_of, plan, signature

PATCH = "application/merge-patch+json"


def signature_of_patch(builder: ApiBuilder, *contents: Content) -> str:
    builder.operation("PATCH", "/pets")
    body = Body(required=True, contents=contents)
    builder.operations[-1] = replace(builder.operations[-1], body=body)
    return signature(methods_of(plan(builder.build()))["pets.update"])


def pet(builder: ApiBuilder) -> tuple[TypeId, TypeId]:
    owner = builder.record("Owner", name=builder.scalar())
    owners = builder.list_of(owner)
    return builder.record("Pet", owner=owner, friends=owners), owner


def test_properties_of_a_merge_patch_may_be_null_except_in_arrays() -> None:
    builder = ApiBuilder()
    changed, _ = pet(builder)
    builder.operation("POST", "/pets", body=changed)
    assert signature_of_patch(builder, Content(PATCH, changed)) == (
        "*, owner: OwnerPatchParam | Owner | None, "
        "friends: Sequence[OwnerParam | Owner] | None"
    )
    create = methods_of(plan(builder.build()))["pets.create"]
    assert "None" not in signature(create)


def test_types_that_only_merge_patches_use_keep_their_names() -> None:
    builder = ApiBuilder()
    owner = builder.record("OwnerChange", name=builder.scalar())
    change = builder.record("PetChange", owner=owner)
    assert signature_of_patch(builder, Content(PATCH, change)) == (
        "*, owner: OwnerChangeParam | OwnerChange | None"
    )


def test_a_schema_that_other_media_types_share_is_not_a_patch() -> None:
    builder = ApiBuilder()
    changed, _ = pet(builder)
    json_patch = Content("application/json-patch+json", changed)
    contents = (Content(PATCH, changed), json_patch)
    assert "None" not in signature_of_patch(builder, *contents)


def test_a_recursive_type_is_copied_once() -> None:
    builder = ApiBuilder()
    node = TypeId(len(builder.types))
    following = Field("next", node, Presence.OPTIONAL)
    builder.record("Node", next=following)
    builder.operation("POST", "/pets")
    builder.operations[-1] = replace(builder.operations[-1], body=whole_body(node))
    assert signature_of_patch(builder, Content(PATCH, node)) == (
        "*, next: NodePatchParam | Node | None | Omit = omit"
    )
