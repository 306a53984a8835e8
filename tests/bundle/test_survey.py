"""Survey of the references of a document."""

from __future__ import annotations

from tests.bundle.project import OPENAPI_30, Project, in_schemas


def test_a_document_without_other_files_comes_out_as_it_is(project: Project) -> None:
    body = in_schemas(
        "A: {$ref: '#/components/schemas/B'}",
        "B: {example: {$ref: pet.yaml}, default: {$ref: pet.yaml}}",
    )
    project.bundle_silently(OPENAPI_30, body, {})
    document = project.bundled.document
    assert document.root is document.source.root
    assert document.parts == ()
