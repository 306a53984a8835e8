"""Equal inline schemas of properties with the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Choice, ListOf, Record

from tests.model.documents import build_schemas, content_of, field_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject, JsonValue
    from sdksmith.model.api import Api

TEXT: JsonObject = {"type": "string"}
RESPONSES: JsonObject = {"204": {"description": ""}}


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


def test_a_type_of_several_components_is_named_by_what_their_places_share() -> None:
    listed: JsonObject = {"type": "array", "items": user()}
    pull = record(review=record(users=listed))
    api = build_schemas({"Pull": pull, "Issue": record(users=listed), "A": user()})
    lists = [
        api.types[field_of(api, "Issue", "users").type],
        api.types[type_id_at(api, "Pull", "review", "users")],
    ]
    (shared,) = {item.items for item in lists if isinstance(item, ListOf)}
    meta = api.types[shared].meta
    assert meta.context == ("Issue", "users", "item")
    assert meta.shared == ("users", "item")


def test_parameters_of_several_operations_share_a_type() -> None:
    def get(schema: JsonObject) -> JsonObject:
        parameter: JsonObject = {"name": "sort", "in": "query", "schema": schema}
        parameters: JsonArray = [{"name": "x", "in": "query"}, parameter]
        return {"get": {"parameters": parameters, "responses": RESPONSES}}

    order: JsonObject = {"enum": ["name", "age"]}
    items: JsonObject = {"type": "array", "items": order}
    paths: JsonObject = {
        "/a": get(order),
        "/b": {**get({**order, "default": "age"}), "parameters": []},
        "/c": get(items),
        "/d": get({"enum": ["name"]}),
        "/e": {**get(items), "parameters": [{"name": "sort", "in": "header", "schema": order}]},
    }  # fmt: skip
    api = build_schemas({"A": record(sort=order)}, paths=paths)
    found = {t.meta.pointer: t.meta for t in api.types if isinstance(t, Choice)}
    shared = found.pop("/components/schemas/A/properties/sort")
    assert shared.shared == ()
    assert {t.meta.shared for t in api.types if t.meta.shared} == {("sort", "item")}
    assert len(found) == 2
    alone = build_schemas({}, paths={name: paths[name] for name in ("/a", "/b")})
    (choice,) = [t.meta for t in alone.types if isinstance(t, Choice)]
    assert choice.shared == ("sort",)


def test_a_component_names_the_type_that_operations_share_with_it() -> None:
    body = {"required": True, **content_of(record(owner=user()))}
    post: JsonObject = {"requestBody": body, "responses": RESPONSES}
    paths: JsonObject = {"/a": {"post": post}, "/b": {"post": post}}
    api = build_schemas({"Issue": record(deep=record(owner=user()))}, paths=paths)
    shared = type_id_at(api, "Issue", "deep", "owner")
    assert {t.meta.context for t in api.types if t.meta.context[-1:] == ("owner",)} == {
        ("Issue", "deep", "owner")
    }
    assert api.types[shared].meta.shared == ()
    alone = build_schemas({}, paths=paths)
    (owner,) = [t for t in alone.types if t.meta.context[-1:] == ("owner",)]
    assert owner.meta.shared == ("owner",)


@pytest.mark.parametrize(
    "place", [("status",), ("types", "item"), ("data_type",), ("object", "status")]
)
def test_components_do_not_share_types_whose_place_is_vague(
    place: tuple[str, ...],
) -> None:
    schema: JsonObject = {"enum": ["open", "closed"]}
    for word in reversed(place):
        schema = (
            {"type": "array", "items": schema}
            if word == "item"
            else record(**{word: schema})
        )
    api = build_schemas({"Pull": schema, "Issue": schema})
    found = [t.meta for t in api.types if isinstance(t, Choice)]
    if place == ("data_type",):
        assert [meta.shared for meta in found] == [("data_type",)]
    else:
        assert sorted(meta.context[0] for meta in found) == ["Issue", "Pull"]


def test_schemas_that_differ_in_null_are_equal() -> None:
    nullable = user(type=["object", "null"])
    kind: JsonObject = {"enum": ["a", "b", None]}
    api = build_schemas(
        {
            "Pull": record(user=nullable, kind_of={"enum": ["a", "b"]}),
            "Issue": record(user=user(), kind_of=kind),
        }
    )
    for name in ("user", "kind_of"):
        assert type_id_at(api, "Pull", name) == type_id_at(api, "Issue", name)
        first, second = (field_of(api, owner, name) for owner in ("Pull", "Issue"))
        assert first.nullable != second.nullable


def test_objects_with_a_title_are_equal_whatever_the_name_of_the_property() -> None:
    person = user(title="person_param")
    api = build_schemas({"Pull": record(author=person, owner=person, user=user())})
    assert type_id_at(api, "Pull", "author") == type_id_at(api, "Pull", "owner")
    meta = api.types[type_id_at(api, "Pull", "author")].meta
    assert meta.shared == ("person",)
    # A component with this name is another type, so the places name the objects.
    api = build_schemas(
        {"Pull": record(author=person, owner=person), "Person": record(a=TEXT)}
    )
    assert type_id_at(api, "Pull", "author") != type_id_at(api, "Pull", "owner")


def test_the_most_frequent_type_gets_the_words_that_several_have_in_common() -> None:
    other = user(required=["login"])
    schemas: JsonObject = {name: record(user=user()) for name in ("A", "B", "C")}
    schemas |= {name: record(user=other) for name in ("D", "E")}
    api = build_schemas(schemas)
    shared = {name: api.types[type_id_at(api, name, "user")].meta for name in schemas}
    assert shared["A"] == shared["B"] == shared["C"] != shared["D"] == shared["E"]
    assert (shared["A"].shared, shared["D"].shared) == (("user",), ())


@pytest.mark.parametrize("key", ["description", "readOnly", "default", "x-note"])
def test_differences_inside_of_a_schema_make_different_types(key: str) -> None:
    other = record(login={**TEXT, key: "a"}, kind={"enum": ["bot", "human"]})
    api = build_schemas({"Pull": record(a=record(user=other), user=user())})
    assert type_id_at(api, "Pull", "a", "user") != type_id_at(api, "Pull", "user")


def test_a_shared_type_has_only_documentation_that_all_its_schemas_have() -> None:
    names = ("Pull", "Issue")
    same: JsonObject = {
        name: record(user=user(description="A user.")) for name in names
    }
    api = build_schemas(same)
    assert api.types[type_id_at(api, "Pull", "user")].meta.description == "A user."
    api = build_schemas({**same, "Pull": record(user=user(description="The author."))})
    assert api.types[type_id_at(api, "Pull", "user")].meta.description == ""
    assert field_of(api, "Pull", "user").description == "The author."
    assert field_of(api, "Issue", "user").description == "A user."


def test_schemas_in_extensions_are_not_compared() -> None:
    extension: JsonValue = {"properties": {"user": user()}}
    extensions: JsonObject = {"x-a": extension}
    api = build_schemas({"Pull": record(user=user())}, **extensions)
    assert api.types[type_id_at(api, "Pull", "user")].meta.pointer == (
        "/components/schemas/Pull/properties/user"
    )
    # A property may have the name of an extension.
    inner: JsonObject = {"x-user": record(user=user()), "user": user()}
    api = build_schemas({"Pull": {"type": "object", "properties": inner}})
    assert type_id_at(api, "Pull", "x-user", "user") == type_id_at(api, "Pull", "user")


def test_properties_named_like_keywords_are_compared() -> None:
    odd = record(default=user(), enum=user(), properties=user(), title=TEXT)
    other = record(default=user(), enum=user(), properties=user(), title=user())
    api = build_schemas({"Pull": record(a=record(odd=odd), b=record(odd=other))})
    assert type_id_at(api, "Pull", "a", "odd") != type_id_at(api, "Pull", "b", "odd")
