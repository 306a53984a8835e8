"""Annotations of values that a request sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.types import (
    Choice,
    Record,
    ScalarKind,
)
from ...text.pysource import (
    Code,
    code,
)
from .annotations import (
    AnnotationWriter,
    is_url_safe,
)
from .usage import is_literal

if TYPE_CHECKING:
    from ...model.types import (
        Scalar,
        TypeId,
    )
    from .imports import ModuleImports
    from .library import TypeLibrary

_WITH_TEXT = frozenset(
    {
        ScalarKind.DATE,
        ScalarKind.DATETIME,
        ScalarKind.TIME,
        ScalarKind.UUID,
    }
)
"""Kinds of values that can also be passed as a string."""


class SentTypes(AnnotationWriter):
    """Annotations of arguments and of the keys of TypedDicts."""

    def __init__(
        self, library: TypeLibrary, imports: ModuleImports, *, files: bool = False
    ) -> None:
        """Create a writer of annotations.

        Args:
            library: The types, with the modules that define them.
            imports: The imports of the module.
            files: Whether binary values are files to upload.
        """
        super().__init__(library, imports)
        self._files = files

    def unknown(self) -> Code:
        """Return the annotation of a value without a schema."""
        return self.imports.builtin("object")

    def _reference(self, type_id: TypeId) -> list[Code] | None:
        library, imports = self.library, self.imports
        item = library.type(type_id)
        model = library.model_places.get(type_id)
        place = library.param_places.get(type_id)
        if isinstance(item, Choice) and model is not None:
            name = library.names.models[type_id]
            return [imports.definition("models", model, name)]
        if place is None:
            return None
        param = imports.definition("params", place, library.names.params[type_id])
        if model is None or not isinstance(item, Record):
            return [param]
        name = library.names.models[type_id]
        return [param, imports.definition("models", model, name)]

    def _choice(self, item: Choice) -> list[Code]:
        return [self.literal_of(item)] if is_literal(item) else self.kinds_of(item)

    def _scalar(self, item: Scalar) -> list[Code]:
        imports = self.imports
        match item.kind:
            case ScalarKind.ANY:
                return [self.unknown()]
            case ScalarKind.UNTYPED:
                return [imports.runtime("ParameterValue")]
            case ScalarKind.BINARY if self._files:
                return [imports.runtime("FileInput")]
            case ScalarKind.BINARY:
                return [imports.builtin("bytes"), imports.builtin("str")]
            case ScalarKind.BYTES if is_url_safe(item):
                return [imports.builtin("str")]  # bytes use the standard alphabet
            case ScalarKind.DURATION:
                return [imports.datetime("timedelta"), imports.builtin("str")]
            case kind if kind in _WITH_TEXT:
                return [self._plain_scalar(kind), imports.builtin("str")]
            case kind:
                return [self._plain_scalar(kind)]

    def _list_of(self, items: Code) -> Code:
        return self._of(self.imports.abstract("Sequence"), items)

    def _map_of(self, values: Code) -> Code:
        text = self.imports.builtin("str")
        return self._of(self.imports.abstract("Mapping"), text, values)

    def items(self, type_id: TypeId, *, nullable: bool) -> Code:
        """Return the annotation of an iterable whose values are sent one by one."""
        item = self.annotation(type_id, nullable=nullable)
        together = self._of(self.imports.abstract("Iterable"), item)
        awaited = self._of(self.imports.abstract("AsyncIterable"), item)
        return code("{together} | {awaited}", together=together, awaited=awaited)

    def mapping(self) -> Code:
        """Return the annotation of an object without a schema."""
        return self._map_of(self.unknown())
