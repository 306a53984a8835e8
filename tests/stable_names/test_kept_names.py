"""Names that a client keeps because of its lock, by kind of name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.stable_names.trials import find_moved, find_reused, lock_of, names_of

if TYPE_CHECKING:
    from sdksmith.model.released_names import ReleasedNames

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}


def document(paths: Schema, schemas: Schema | None = None, **more: Any) -> Schema:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas or {}, **more},
    }


def reads(schema: Schema, *parameters: Schema) -> Schema:
    content = {"application/json": {"schema": schema}}
    return {
        "parameters": [*parameters],
        "responses": {"200": {"description": "-", "content": content}},
    }


def sends(schema: Schema, *parameters: Schema) -> Schema:
    content = {"application/json": {"schema": schema}}
    return {
        "parameters": [*parameters],
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "-"}},
    }


def parameter(name: str, place: str = "query") -> Schema:
    return {"name": name, "in": place, "schema": TEXT, "required": place == "path"}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties}


def grow(old: Schema, new: Schema) -> ReleasedNames:
    """Return the names of a document that had other content when its lock was written.

    Nothing that both documents contain has moved.
    """
    before = names_of(old)
    after = names_of(new, lock_of(before))
    assert list(find_moved(before, after)) == []
    assert list(find_reused(before, after)) == []
    return after


def test_plain_operation_does_not_take_the_name_of_a_released_one() -> None:
    path = parameter("id", "path")
    beta = {"/v2/orders/{id}": {"get": reads(TEXT, path)}}
    after = grow(
        document(beta), document({"/orders/{id}": {"get": reads(TEXT, path)}, **beta})
    )
    assert after.methods == {
        "GET /v2/orders/{id}": ("orders.retrieve",),
        "GET /orders/{id}": ("orders.retrieve_by_id",),
    }


def test_released_method_is_a_call_of_the_resource_with_its_name() -> None:
    usage = {"/users/usage": {"get": reads(TEXT)}}
    exports = {"/users/usage/exports": {"get": reads({"type": "array", "items": TEXT})}}
    after = grow(document(usage), document({**usage, **exports}))
    calls = ("users.usage.retrieve", "users.usage")
    assert after.methods["GET /users/usage"] == calls
    again = names_of(document(usage), lock_of(after))
    assert again.methods["GET /users/usage"] == calls


def test_name_of_a_removed_operation_is_not_given_to_another() -> None:
    list_ = {"get": reads({"type": "array", "items": TEXT})}
    after = grow(
        document({"/orders": list_, "/users": list_}),
        document({"/v2/orders": list_, "/users": list_}),
    )
    assert after.methods["GET /v2/orders"] == ("orders.list_v2",)


def test_operation_is_the_same_if_a_placeholder_is_renamed() -> None:
    def paths(name: str) -> Schema:
        body = obj(state={"type": "string", "enum": ["open", "closed"]})
        return {
            f"/orders/{{{name}}}": {"get": reads(body, parameter(name, "path"))},
        }

    before = names_of(document(paths("id")))
    after = names_of(document(paths("order_id")), lock_of(before))
    assert after.methods == {"GET /orders/{order_id}": ("orders.retrieve",)}
    assert after.arguments == {"GET /orders/{order_id} > path:order_id": "id"}
    assert sorted(after.types.values()) == sorted(before.types.values())


def test_argument_keeps_its_name_beside_a_new_one() -> None:
    body = obj(id=TEXT)
    after = grow(
        document({"/orders": {"put": sends(body)}}),
        document({"/orders": {"put": sends(body, parameter("id"))}}),
    )
    assert after.arguments["PUT /orders > body:id"] == "id"
    assert after.arguments["PUT /orders > query:id"] == "query_id"


def test_additional_properties_keep_their_argument() -> None:
    body = {**obj(name=TEXT), "additionalProperties": True}
    grown = {**obj(name=TEXT, extra_body=TEXT), "additionalProperties": True}
    after = grow(
        document({"/orders": {"put": sends(body)}}),
        document({"/orders": {"put": sends(grown)}}),
    )
    assert after.arguments["PUT /orders > body:extra_body*"] == "extra_body"
    assert after.arguments["PUT /orders > body:extra_body"] == "extra_body_snake"


def test_component_keeps_its_class_beside_a_new_one() -> None:
    paths = {"/orders": {"get": reads(obj(a=ref("order"), b=ref("Order")))}}
    after = grow(
        document({"/orders": {"get": reads(ref("order"))}}, {"order": obj(id=TEXT)}),
        document(paths, {"order": obj(id=TEXT), "Order": obj(name=TEXT)}),
    )
    assert after.types["order"] == "Order"
    assert after.types["Order"] != "Order"


def test_new_component_does_not_take_the_name_of_a_request_type() -> None:
    order = obj(items={"type": "array", "items": ref("Order")})
    after = grow(
        document({"/orders": {"put": sends(ref("Order"))}}, {"Order": order}),
        document(
            {
                "/orders": {
                    "put": sends(ref("Order")),
                    "get": reads(ref("OrderParam")),
                }
            },
            {"Order": order, "OrderParam": obj(id=TEXT)},
        ),
    )
    assert after.request_types["Order"] == "OrderParam"
    assert after.types["OrderParam"] != "OrderParam"


def test_inline_schema_keeps_its_class() -> None:
    shop = {"Order": obj(line=obj(size=TEXT))}
    paths = {"/orders": {"get": reads(ref("Order"))}}
    grown = {**shop, "OrderLine": obj(name=TEXT)}
    after = grow(document(paths, shop), document(paths, grown))
    assert after.types["Order > line"] == "OrderLine"
    assert after.types["OrderLine"] != "OrderLine"


ADDRESS = obj(city=TEXT, street=TEXT)


def test_schemas_that_become_equal_keep_both_names() -> None:
    paths = {"/orders": {"get": reads(obj(a=ref("Order"), b=ref("User")))}}
    order, user = {"Order": obj(home=ADDRESS)}, {"User": obj(home=obj(city=TEXT))}
    after = grow(
        document(paths, {**order, **user}),
        document(paths, {**order, "User": obj(home=ADDRESS)}),
    )
    assert after.types["Order > home"] == "OrderHome"
    assert after.types["User > home"] == "UserHome"


def test_name_of_a_shared_type_stays_if_its_first_place_goes() -> None:
    def schemas(*names: str) -> Schema:
        return {name: obj(home_address=ADDRESS) for name in names}

    def paths(*names: str) -> Schema:
        parts = {name.lower(): ref(name) for name in names}
        return {"/orders": {"get": reads(obj(**parts))}}

    before = names_of(document(paths("A", "B", "C"), schemas("A", "B", "C")))
    assert before.types["B > home_address"] == "HomeAddress"
    after = names_of(document(paths("B"), schemas("B")), lock_of(before))
    assert after.types["B > home_address"] == "HomeAddress"


def test_one_of_two_different_schemas_keeps_their_name() -> None:
    paths = {"/orders": {"get": reads(obj(a=ref("A"), b=ref("B"), c=ref("C")))}}
    same = {name: obj(home_address=ADDRESS) for name in "ABC"}
    before = names_of(document(paths, same))
    other = {**same, "A": obj(home_address=obj(city=TEXT))}
    after = names_of(document(paths, other), lock_of(before))
    assert after.types["A > home_address"] == "AHomeAddress"
    assert after.types["B > home_address"] == "HomeAddress"


def test_property_keeps_its_name_beside_a_new_one() -> None:
    paths = {"/users": {"get": reads(ref("User"))}}
    after = grow(
        document(paths, {"User": obj(userName=TEXT)}),
        document(paths, {"User": obj(userName=TEXT, user_name=TEXT)}),
    )
    assert after.properties == {
        "User > userName": "user_name",
        "User > user_name": "user_name_snake",
    }


def test_credential_keeps_its_argument_beside_a_new_one() -> None:
    needed: list[Schema] = [{"token": []}]
    paths = {"/orders": {"get": {**reads(TEXT), "security": needed}}}
    header = {"type": "apiKey", "in": "header"}
    token = {"token": {**header, "name": "X-Token"}}
    key = {"api_key": {**header, "name": "X-Key"}}
    after = grow(
        document(paths, securitySchemes=token),
        document(paths, securitySchemes={**token, **key}),
    )
    assert after.options["scheme:token"] == "api_key"
    assert after.options["scheme:api_key"] != "api_key"


def test_variant_keeps_its_name() -> None:
    contents: Schema = {
        "application/json": {"schema": obj(id=TEXT)},
        "image/png": {"schema": {"type": "string", "format": "binary"}},
    }
    get = {"responses": {"200": {"description": "-", "content": contents}}}
    listed = {"get": reads({"type": "array", "items": TEXT})}
    after = grow(
        document({"/maps/{id}": {"get": get}}),
        document({"/maps/{id}": {"get": get}, "/maps/{id}/retrieve_as_png": listed}),
    )
    key = "GET /maps/{id} > returns image/png"
    assert after.methods[key] == ("maps.retrieve_as_png",)
