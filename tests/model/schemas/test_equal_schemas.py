"""Equal inline schemas of properties with the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.types import Record

from tests.model.documents import build_schemas, field_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api

TEXT: JsonObject = {"type": "string"}


def record(**properties: JsonValue) -> JsonObject:
    return {"type": "object", "properties": dict(properties)}


def user(**more: JsonValue) -> JsonObject:
    return {**record(login=TEXT, kind={"enum": ["bot", "human"]}), **more}


def type_id_at(api: Api, owner: str, *path: str) -> int:
    """Return the type ID of a nested property."""
    first, *rest = path
    found = field_of(api, owner, first).type
    for name in rest:
        item = api.types[found]
        assert isinstance(item, Record)
        (found,) = [field.type for field in item.fields if field.name == name]
    return found


def test_equal_schemas_share_the_shortest_context() -> None:
    pull = record(base=record(user=user()), user=user(description="The author."))
    api = build_schemas({"Pull": pull})
    one = type_id_at(api, "Pull", "user")
    assert type_id_at(api, "Pull", "base", "user") == one
    assert api.types[one].meta.context == ("Pull", "user")
    # The description of a property is not part of the type.
    assert field_of(api, "Pull", "user").description == "The author."
    assert type_id_at(api, "Pull", "base", "user", "kind") == type_id_at(
        api, "Pull", "user", "kind"
    )


def test_items_and_nullable_schemas_are_compared_by_property() -> None:
    listed: JsonObject = {"type": "array", "items": user()}
    nullable: JsonObject = {"anyOf": [user(), {"type": "null"}]}
    pull = record(base=record(user=nullable, users=listed), user=user(), users=listed)
    api = build_schemas({"Pull": pull})
    assert type_id_at(api, "Pull", "base", "user") == type_id_at(api, "Pull", "user")
    inner = record(head=pull, base=record(users={**listed, "maxItems": 2}))
    api = build_schemas({"Pull": inner})
    assert type_id_at(api, "Pull", "head", "base", "user") == type_id_at(
        api, "Pull", "head", "user"
    )


def test_different_schemas_are_different_types() -> None:
    other = user(required=["login"])
    pull = record(base=record(user=other), user=user(), author=user())
    api = build_schemas({"Pull": pull})
    one = type_id_at(api, "Pull", "user")
    assert type_id_at(api, "Pull", "base", "user") != one
    assert type_id_at(api, "Pull", "author") != one


def test_true_and_one_are_different_values() -> None:
    flags: JsonObject = {"enum": [1, 2]}
    booleans: JsonObject = {"enum": [True, 2]}
    api = build_schemas({"Pull": record(a=record(x=flags), b=record(x=booleans))})
    assert type_id_at(api, "Pull", "a", "x") != type_id_at(api, "Pull", "b", "x")


def test_components_do_not_share_inline_types() -> None:
    api = build_schemas({"Pull": record(user=user()), "Issue": record(user=user())})
    metas = {
        api.types[type_id_at(api, name, "user")].meta.context
        for name in ("Pull", "Issue")
    }
    assert metas == {("Pull", "user"), ("Issue", "user")}


def test_properties_named_like_keywords_are_compared() -> None:
    odd = record(default=user(), enum=user(), properties=user(), title=TEXT)
    other = record(default=user(), enum=user(), properties=user(), title=user())
    api = build_schemas({"Pull": record(a=record(odd=odd), b=record(odd=other))})
    assert type_id_at(api, "Pull", "a", "odd") != type_id_at(api, "Pull", "b", "odd")
