"""Survey of the references of a document."""

from __future__ import annotations

from tests.bundle.project import OPENAPI_30, Project, with_schemas


def test_document_without_other_files_is_unchanged(project: Project) -> None:
    body = with_schemas(
        "A: {$ref: '#/components/schemas/B'}",
        "B: {example: {$ref: pet.yaml}, default: {$ref: pet.yaml}}",
    )
    project.bundle_without_diagnostics(OPENAPI_30, body, {})
    document = project.bundled.document
    assert document.root is document.source.root
    assert document.parts == ()
