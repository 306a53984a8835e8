"""References become components, or their targets are inserted in place."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import DocumentError

from tests.bundle.project import (
    OPENAPI_30,
    OPENAPI_31,
    OPENAPI_32,
    PET,
    PET_TREE,
    SWAGGER_20,
    Project,
    at,
    references_of,
    schemas_of,
    with_schemas,
)

OPERATION = """\
paths:
  /parcels:
    get:
      parameters: [{$ref: 'parts.yaml#/Page'}]
      requestBody: {$ref: 'parts.yaml#/Body'}
      responses:
        '200':
          description: Parcels.
          headers: {X-Count: {$ref: 'parts.yaml#/Count'}}
          links: {next: {$ref: 'parts.yaml#/Next'}}
          content:
            application/json:
              examples: {one: {$ref: 'parts.yaml#/One'}}
        default: {$ref: 'parts.yaml#/Failed'}
      callbacks: {done: {$ref: 'parts.yaml#/Done'}}
components:
  securitySchemes: {key: {$ref: 'parts.yaml#/Key'}}
"""
PARTS = """\
Page: {name: page, in: query, schema: {type: integer}}
Body: {content: {application/json: {schema: {type: object}}}}
Count: {schema: {type: integer}}
Next: {operationId: list}
One: {value: 1}
Failed: {description: It failed.}
Done: {'{$request.body#/url}': {post: {responses: {}}}}
Key: {type: apiKey, in: header, name: X-Key}
"""


@pytest.mark.parametrize("head", [OPENAPI_30, OPENAPI_31, OPENAPI_32])
def test_objects_become_components_of_their_kind(project: Project, head: str) -> None:
    root = project.bundle_without_diagnostics(head, OPERATION, {"parts.yaml": PARTS})
    components = at(root, "/components")
    assert isinstance(components, dict)
    found = {
        f"{section}/{name}"
        for section, entries in components.items()
        if isinstance(entries, dict)
        for name in entries
    }
    assert found == {
        "parameters/Page",
        "requestBodies/Body",
        "headers/Count",
        "links/Next",
        "examples/One",
        "responses/Failed",
        "callbacks/Done",
        "securitySchemes/key",
    }
    assert at(root, "/components/securitySchemes/key/type") == "apiKey"
    assert {f"#/components/{name}" for name in found} - references_of(root) == {
        "#/components/securitySchemes/key"
    }


def test_parameters_and_responses_of_swagger_2_become_components(
    project: Project,
) -> None:
    body = """\
    paths:
      /parcels:
        parameters: [{$ref: 'parts.yaml#/parameters/page'}]
        get:
          responses: {'200': {$ref: 'parts.yaml#/responses/200'}}
    securityDefinitions: {key: {$ref: 'parts.yaml#/key'}}
    """
    parts = """\
    parameters: {page: {name: page, in: query, type: integer}}
    responses: {'200': {description: Done., headers: {X: {$ref: '#/header'}}}}
    header: {type: string}
    key: {type: basic}
    """
    root = project.bundle_without_diagnostics(SWAGGER_20, body, {"parts.yaml": parts})
    assert at(root, "/paths/~1parcels") == {
        "parameters": [{"$ref": "#/parameters/page"}],
        "get": {"responses": {"200": {"$ref": "#/responses/parts_200"}}},
    }
    # Swagger 2.0 has no references to headers and security schemes.
    assert at(root, "/responses/parts_200/headers/X") == {"type": "string"}
    assert at(root, "/securityDefinitions/key") == {"type": "basic"}


@pytest.mark.parametrize("head", [SWAGGER_20, OPENAPI_30, OPENAPI_31, OPENAPI_32])
def test_path_items_and_operations_are_inserted_in_place(
    project: Project, head: str
) -> None:
    body = """\
    paths:
      /parcels: {$ref: paths/parcels.yaml}
      /boxes: {$ref: 'paths/parcels.yaml', summary: Boxes}
      /lids: {get: {$ref: 'paths/parcels.yaml#/get'}}
    """
    parcels = "get: {responses: {default: {description: Done.}}}\n"
    root = project.bundle_without_diagnostics(
        head, body, {"paths/parcels.yaml": parcels}
    )
    get = {"get": {"responses": {"default": {"description": "Done."}}}}
    assert root["paths"] == {
        "/parcels": get,
        "/boxes": {**get, "summary": "Boxes"},
        "/lids": get,
    }


@pytest.mark.parametrize("head", [OPENAPI_30, OPENAPI_32])
def test_media_types_become_components_in_3_2(project: Project, head: str) -> None:
    body = """\
    paths:
      /parcels:
        get:
          responses:
            '200': {description: Done., content: {application/json: {$ref: media.yaml}}}
    """
    files = {"media.yaml": "schema: {type: string}\n"}
    root = project.bundle_without_diagnostics(head, body, files)
    found = at(root, "/paths/~1parcels/get/responses/200/content/application~1json")
    if head == OPENAPI_32:
        assert found == {"$ref": "#/components/mediaTypes/media"}
        assert at(root, "/components/mediaTypes/media/schema/type") == "string"
    else:
        assert found == {"schema": {"type": "string"}}


def test_sections_are_inserted_in_place_and_keep_their_names(
    project: Project,
) -> None:
    body = """\
    paths: {$ref: paths.yaml}
    tags: {$ref: tags.yaml}
    components: {$ref: components.yaml}
    """
    files = {
        "paths.yaml": """\
        /parcels:
          parameters: {$ref: 'parts.yaml#/parameters'}
          get:
            responses:
              '200':
                description: {$ref: 'parts.yaml#/text'}
                content:
                  application/json: {schema: {$ref: 'schemas/parcel.yaml'}}
        """,
        "tags.yaml": "- {name: Parcels}\n",
        "parts.yaml": "parameters: [{name: page, in: query, schema: {}}]\ntext: Words.\n",
        "components.yaml": """\
        schemas:
          Parcel: {$ref: schemas/parcel.yaml}
          Box: {properties: {parcel: {$ref: '#/schemas/Parcel'}}}
        """,
        "schemas/parcel.yaml": "properties: {box: {$ref: '../components.yaml#/schemas/Box'}}\n",
    }
    root = project.bundle_without_diagnostics(OPENAPI_30, body, files)
    assert root["tags"] == [{"name": "Parcels"}]
    assert root["components"] == {
        "schemas": {
            "Parcel": {"properties": {"box": {"$ref": "#/components/schemas/Box"}}},
            "Box": {"properties": {"parcel": {"$ref": "#/components/schemas/Parcel"}}},
        }
    }
    path = at(root, "/paths/~1parcels")
    assert at(path, "/parameters/0/name") == "page"
    assert at(path, "/get/responses/200") == {
        "description": "Words.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Parcel"}}
        },
    }


def test_names_of_inserted_sections_are_reserved(
    project: Project,
) -> None:
    body = """\
    paths:
      /parcels:
        get:
          responses:
            '200':
              description: Done.
              content:
                a/b: {schema: {$ref: 'parts.yaml#/schemas/Parcel'}}
                c/d: {schema: {$ref: 'other.yaml#/Parcel'}}
    components: {$ref: parts.yaml}
    """
    files = {
        "parts.yaml": "schemas: {Parcel: {type: string}}\n",
        "other.yaml": "Parcel: {type: integer}\n",
    }
    root = project.bundle_without_diagnostics(OPENAPI_30, body, files)
    assert root["components"] == {
        "schemas": {"Parcel": {"type": "string"}, "other_Parcel": {"type": "integer"}}
    }


def test_examples_in_other_files_are_inserted(project: Project) -> None:
    body = """\
    paths:
      /parcels:
        post:
          requestBody:
            content:
              application/json:
                example: {$ref: examples/parcel.json}
              text/json:
                examples:
                  raw: {$ref: examples/parcel.json}
                  inner: {value: {$ref: examples/parcel.json}}
                  own: {value: {$ref: not-there.json}}
          responses: {}
    """
    parcel = '{"id": 1}'
    root = project.bundle_without_diagnostics(
        OPENAPI_30, body, {"examples/parcel.json": parcel}
    )
    content = at(root, "/paths/~1parcels/post/requestBody/content")
    assert at(content, "/application~1json/example") == {"id": 1}
    assert at(content, "/text~1json/examples") == {
        "raw": {"value": {"id": 1}},
        "inner": {"value": {"id": 1}},
        "own": {"value": {"$ref": "not-there.json"}},
    }


def test_recursive_path_item_is_omitted(project: Project) -> None:
    body = "paths: {/parcels: {$ref: parcels.yaml}}\n"
    parcels = """\
    get:
      callbacks: {done: {'{$url}': {$ref: parcels.yaml}}}
      responses: {}
    """
    root = project.bundle(OPENAPI_30, body, {"parcels.yaml": parcels})
    assert at(root, "/paths/~1parcels/get/callbacks") == {"done": {}}
    (diagnostic,) = project.bundled.diagnostics
    assert (diagnostic.code, diagnostic.effect) == ("BN003", "omitted")
    assert "parcels.yaml:2:33" in str(diagnostic.location)


def test_exponential_references_are_rejected(project: Project) -> None:
    files = {"8.yaml": "get: {responses: {}}\n"}
    for number in range(8):
        many = (f"c{k}: {{p: {{$ref: '{number + 1}.yaml'}}}}" for k in range(20))
        inner = ", ".join(many)
        files[f"{number}.yaml"] = f"get: {{callbacks: {{{inner}}}, responses: {{}}}}\n"
    body = "paths: {/parcels: {$ref: 0.yaml}}\n"
    with pytest.raises(DocumentError) as refusal:
        project.bundle(OPENAPI_30, body, files)
    assert refusal.value.diagnostic.code == "BN004"


def test_nested_targets_are_referenced_in_their_parents(project: Project) -> None:
    body = with_schemas("A: {$ref: pet.yaml}", "B: {$ref: 'pet.yaml#/properties/tag'}")
    files = {"pet.yaml": "properties: {tag: {type: string}}\n"}
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert schemas == {
        "A": {"properties": {"tag": {"$ref": "#/components/schemas/B"}}},
        "B": {"type": "string"},
    }


def test_siblings_of_a_reference_are_preserved(project: Project) -> None:
    body = with_schemas("A: {$ref: pet.yaml, description: Mine, minProperties: 1}")
    root = project.bundle_without_diagnostics(OPENAPI_31, body, {"pet.yaml": PET})
    assert schemas_of(root) == {
        "A": {
            "$ref": "#/components/schemas/pet",
            "description": "Mine",
            "minProperties": 1,
        },
        "pet": PET_TREE,
    }


def test_boolean_schemas_can_be_referenced(project: Project) -> None:
    body = with_schemas("A: {items: {$ref: 'all.yaml#/Any'}}")
    root = project.bundle_without_diagnostics(
        OPENAPI_31, body, {"all.yaml": "Any: true\n"}
    )
    assert schemas_of(root)["Any"] is True
