"""Swagger 2.0 documents, and nodes of upgraded documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.json_data import object_of
from sdksmith.load.document import resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import swagger2

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

SOURCE = """\
swagger: '2.0'
info: {title: Pets, version: '1'}
host: e.com
schemes: [https]
consumes: [application/json]
produces: [application/json, text/xml]
paths:
  /pets/{id}:
    parameters:
      - name: id
        in: path
        required: true
        type: integer
    get:
      operationId: getPet
      parameters:
        - $ref: '#/parameters/Fields'
        - name: tags
          in: query
          type: array
          collectionFormat: tsv
          items: {type: string}
      responses:
        200:
          description: A pet.
          headers:
            X-Left: {type: integer, description: Calls left.}
          schema:
            $ref: '#/definitions/Pet'
        404: {$ref: '#/responses/Missing'}
    put:
      operationId: putPet
      security:
        - login: [write]
      parameters:
        - name: pet
          in: body
          required: true
          schema:
            type: object
            properties:
              name: {type: string, x-nullable: true}
      responses:
        204:
          description: Done.
    post:
      operationId: uploadPet
      consumes: [multipart/form-data]
      parameters:
        - name: photo
          in: formData
          type: file
          required: true
        - name: sizes
          in: formData
          type: array
          items: {type: integer}
          collectionFormat: pipes
      responses:
        default:
          description: Anything.
parameters:
  Fields:
    name: fields
    in: query
    type: array
    items: {type: string, enum: [name, tag]}
responses:
  Missing:
    description: No such pet.
    schema:
      type: object
      properties:
        code: {type: integer, minimum: 0, exclusiveMinimum: true}
securityDefinitions:
  login:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://e.com/auth
    tokenUrl: https://e.com/token
    scopes: {write: Write.}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind]
    properties:
      kind: {type: string}
      born:
        type: string
        format: date
        example: '2020-02-02'
  Map«string,Cat»:
    type: object
    additionalProperties: {$ref: '#/definitions/Cat Fish'}
  Cat Fish:
    allOf:
      - $ref: '#/definitions/Pet'
      - type: object
        properties:
          parent: {$ref: '#/definitions/Map«string,Cat»'}
"""


"""Valid document with all features that the upgrade converts."""

DONE: JsonObject = {"200": {"description": "OK"}}


def at(pointer: str, **keys: JsonValue) -> JsonValue:
    """Return the value at a pointer of an upgraded document, None if it is missing."""
    try:
        return resolve(upgrade(swagger2(**keys)).root, pointer)
    except KeyError:
        return None


def upgrade_operation(operation: JsonObject, **keys: JsonValue) -> JsonObject:
    paths: JsonObject = {"/pets": {"post": {"responses": DONE, **operation}}}
    return object_of(at("/paths/~1pets/post", paths=paths, **keys))
