"""Classes of clients and resources: a sync and an async class for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..plan.package import ResourceView
from ..text.markdown import plain_line
from ..text.pysource import Code, code
from .source.imports import import_names

if TYPE_CHECKING:

    from ..plan.package import ChildView, ClientView, MethodView


class Child(Struct, frozen=True):
    """A child resource, rendered as a cached property of its parent class.

    Attributes:
        head: The `def` line of the property.
        statement: The import of the resource class, inside the property.
        result: The statement that returns the resource.
        description: Docstring of the property; one line of text.
    """

    head: Code
    statement: Code
    result: Code
    description: str


class CallingClass(Struct, frozen=True):
    """A class whose methods send requests: a client or a resource.

    Attributes:
        sender: The expression, used in its methods, of the object that has `request`.
        sync_name: The name of the sync class.
    """

    name: Code
    base: Code
    description: str
    children: tuple[Child, ...]
    methods: tuple[MethodView, ...]
    sender: Code
    sync_name: Code
    is_async: bool

    @property
    def head(self) -> Code:
        """The `class` line."""
        return code("class {name}({base}):", name=self.name, base=self.base)


def resource_classes(view: ResourceView) -> tuple[CallingClass, CallingClass]:
    """Return the sync and the async class of a resource."""
    names = (view.class_name, view.async_class_name)
    base, sender = Code("Resource"), Code("self._client")
    # A description may consist of markup without any visible text.
    visible = plain_line(view.description)
    description = view.description if visible else f"Operations of `{view.chain}`."
    return _classes(view, names, description, base, sender)


def client_classes(view: ClientView) -> tuple[CallingClass, CallingClass]:
    """Return the sync and the async client class."""
    names = (Code("Client"), Code("AsyncClient"))
    return _classes(view, names, view.summary, Code("BaseClient"), Code("self"))


def _classes(
    view: ClientView | ResourceView,
    names: tuple[Code, Code],
    description: str,
    base: Code,
    sender: Code,
) -> tuple[CallingClass, CallingClass]:
    folder = Code("." if isinstance(view, ResourceView) else ".resources.")
    sync_class = CallingClass(
        name=names[0],
        base=base,
        description=description,
        children=tuple(
            _child(child, folder, child.class_name, sender) for child in view.children
        ),
        methods=view.methods,
        sender=sender,
        sync_name=names[0],
        is_async=False,
    )
    async_class = replace(
        sync_class,
        name=names[1],
        base=Code("Async") + base,
        description=f"Asynchronous version of `{names[0]}`.",
        children=tuple(
            _child(child, folder, child.async_class_name, sender)
            for child in view.children
        ),
        is_async=True,
    )
    return sync_class, async_class


def _child(view: ChildView, folder: Code, class_name: Code, sender: Code) -> Child:
    return Child(
        head=code("def {x}(self) -> {c}:", x=view.attribute, c=class_name),
        statement=import_names(folder + view.module, (class_name,), 8),
        result=code("return {c}({sender})", c=class_name, sender=sender),
        description=plain_line(view.description)
        or f"Operations of `{view.attribute}`.",
    )
