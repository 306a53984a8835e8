"""The whole stage in the order of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .names import name_components
from .sections import sections_of
from .survey import Survey
from .trigger import may_refer_elsewhere
from .writing import Writer

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..load.document import Document
    from ..load.related import RelatedFiles


class Bundled(Struct, frozen=True):
    """What comes out of the stage.

    Attributes:
        document: One document; the one that went in if it refers to nothing outside.
        diagnostics: What could not be had, and what the text of other files needs.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()


def bundle(document: Document, files: RelatedFiles) -> Bundled:
    """Return a document with all that it refers to in other files.

    It follows the same specification, and has local references alone, but for those to
    other servers that may not be asked. The trees that were read are not changed.

    Args:
        document: The entry document, as it was loaded.
        files: Reads the others, within limits.

    Raises:
        DocumentError: What comes out would be too large to go on with.
    """
    if not may_refer_elsewhere(document):
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
