"""Entry point of the bundle stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .detection import may_have_external_references
from .names import name_components
from .sections import sections_of
from .survey import Survey
from .writing import Writer

if TYPE_CHECKING:
    from ..load.document import Document
    from ..load.files.related import RelatedFiles
    from ..report.diagnostics import Diagnostic


class Bundled(Struct, frozen=True):
    """Result of the bundle stage.

    Attributes:
        document: The bundled document. It is the input document if that has no references
            to other files.
        diagnostics: Diagnostics about references that cannot be resolved, and about the
            text of the other files.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()


def bundle(document: Document, files: RelatedFiles) -> Bundled:
    """Return a document that includes everything it references in other files.

    The result follows the same specification version as the input. All its references are
    local, except those to other servers that may not be contacted. The input trees are
    not modified.

    Args:
        document: The entry document, as loaded.
        files: Reader of the other files, which enforces the limits.

    Raises:
        DocumentError: If the bundled document would be too large or too deeply nested.
    """
    if not may_have_external_references(document):
        return Bundled(document)
    survey = Survey(document, files)
    survey.run()
    plan = survey.plan
    sections = sections_of(document.dialect)
    writer = Writer(document, plan, sections, name_components(plan))
    root = writer.write()
    parts = tuple(survey.resolver.sources[1:])
    return Bundled(
        document.with_parts(root, parts),
        (*survey.diagnostics(), *writer.diagnostics),
    )
