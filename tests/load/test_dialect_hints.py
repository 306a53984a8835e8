"""Inference of the specification of a document without a version."""

from __future__ import annotations

import pytest
from sdksmith.load import load_document
from sdksmith.report.diagnostics import ABSENT, DocumentError, Safety

from tests.load.documents import load_with_one_diagnostic, reject


@pytest.mark.parametrize(
    ("text", "key", "version"),
    [
        ("basePath: /v1\npaths: {/a: {}}", "swagger", "2.0"),
        ("definitions: {}\npaths: {/a: {}}", "swagger", "2.0"),
        ("components: {}\npaths: {/a: {}}", "openapi", "3.0.0"),
        ("servers: []\nwebhooks: {}\npaths: {/a: {}}", "openapi", "3.1.0"),
        ("paths: {/a: {post: {requestBody: {}}}}", "openapi", "3.0.0"),
        ("paths: {/a: {get: {responses: {200: {content: {}}}}}}", "openapi", "3.0.0"),
        (
            "paths: {/a: {get: {parameters: [{in: query, schema: {}}]}}}",
            "openapi",
            "3.0.0",
        ),
        ("paths: {/a: {get: {responses: {200: {schema: {}}}}}}", "swagger", "2.0"),
        ("paths: {/a: {post: {parameters: [{in: formData}]}}}", "swagger", "2.0"),
        ("swagger: latest\nbasePath: /v1\npaths: {/a: {}}", "swagger", "2.0"),
        ("openapi:\ncomponents: {}\npaths: {/a: {}}", "openapi", "3.0.0"),
        ("openapi: OpenAPI 3\npaths: {/a: {get: {}}}", "openapi", "3.0.0"),
        ("swagger: two\npaths: {/a: {get: {}}}", "swagger", "2.0"),
    ],
)
def test_missing_version_is_inferred_from_the_structure(
    text: str, key: str, version: str
) -> None:
    root, diagnostic = load_with_one_diagnostic(text)
    assert next(iter(root.items())) == (key, version)
    assert (diagnostic.code, diagnostic.safety) == ("LD045", Safety.GUESS)
    (edit,) = diagnostic.edits
    assert (edit.pointer, edit.after) == (f"/{key}", version)
    assert (edit.before is ABSENT) == (key not in text)


def test_missing_version_is_rejected_without_guesses() -> None:
    with pytest.raises(DocumentError) as refusal:
        load_document("x.yaml", b"basePath: /v1\npaths: {/a: {}}", guess=False)
    assert refusal.value.diagnostic.code == "LD041"


@pytest.mark.parametrize(
    "text",
    [
        "basePath: /v1\ncomponents: {}\npaths: {/a: {}}",
        "paths: {/a: {get: {}}}",
        "paths: {ping: {}}\ndefinitions: {}",
        "paths: []\ndefinitions: {}",
        "definitions: {}",
        "paths: {/a: {post: {requestBody: {}, parameters: [{in: body}]}}}",
        "paths: {/a: 1, /b: [x], /c: {get: {responses: [1], parameters: {a: 1}}}}",
    ],
)
def test_ambiguous_structure_is_rejected(text: str) -> None:
    assert reject(text).code == "LD041"
