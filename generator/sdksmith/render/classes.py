"""The classes that hold methods: two of a kind, one that blocks and one that awaits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..plan.package import ImportsView, ImportView
from ..text.markdown import plain_line
from ..text.pysource import Code
from .imports import names_from

if TYPE_CHECKING:
    from ..plan.package import ChildView, ClientView, MethodView, ResourceView


@dataclass(frozen=True, slots=True)
class Child:
    """A resource as an attribute of the class that is its parent."""

    attribute: Code
    module: Code
    class_name: Code
    description: str


@dataclass(frozen=True, slots=True)
class CallingClass:
    """A class whose methods make calls.

    Attributes:
        sender: The expression in its methods that has `request`.
        client: The class of the HTTP library that sends, for clients.
    """

    name: Code
    base: Code
    description: str
    children: tuple[Child, ...]
    methods: tuple[MethodView, ...]
    sender: Code
    client: Code
    is_async: bool


def resource_classes(view: ResourceView) -> tuple[CallingClass, CallingClass]:
    """Return the two classes of a resource."""
    description = view.description or f"Operations of `{view.chain}`."
    return (
        CallingClass(
            name=view.class_name,
            base=Code("Resource"),
            description=description,
            children=_children(view.children, is_async=False),
            methods=view.methods,
            sender=Code("self._client"),
            client=Code(""),
            is_async=False,
        ),
        CallingClass(
            name=view.async_class_name,
            base=Code("AsyncResource"),
            description=f"The same as `{view.class_name}`, for use with `await`.",
            children=_children(view.children, is_async=True),
            methods=view.methods,
            sender=Code("self._client"),
            client=Code(""),
            is_async=True,
        ),
    )


def client_classes(view: ClientView) -> tuple[CallingClass, CallingClass]:
    """Return the two clients."""
    return (
        CallingClass(
            name=Code("Client"),
            base=Code("BaseClient"),
            description=view.description,
            children=_children(view.children, is_async=False),
            methods=view.methods,
            sender=Code("self"),
            client=Code("httpx2.Client"),
            is_async=False,
        ),
        CallingClass(
            name=Code("AsyncClient"),
            base=Code("AsyncBaseClient"),
            description="The same as `Client`, for use with `await`.",
            children=_children(view.children, is_async=True),
            methods=view.methods,
            sender=Code("self"),
            client=Code("httpx2.AsyncClient"),
            is_async=True,
        ),
    )


def _children(views: tuple[ChildView, ...], *, is_async: bool) -> tuple[Child, ...]:
    return tuple(
        Child(
            attribute=view.attribute,
            module=view.module,
            class_name=view.async_class_name if is_async else view.class_name,
            description=plain_line(view.description)
            or f"Operations of `{view.attribute}`.",
        )
        for view in views
    )


def resource_imports(view: ResourceView) -> ImportsView:
    """Return what the template of a resource module imports for itself."""
    runtime = {*view.runtime_names, Code("AsyncResource"), Code("Resource")}
    if view.methods:
        runtime.add(Code("Operation"))
    if view.children:
        runtime.add(Code("cached_property"))
    return ImportsView(
        own=names_from(Code(".._runtime"), runtime),
        typing_only=child_imports(view.children, Code(".")),
    )


def child_imports(children: tuple[ChildView, ...], folder: Code) -> ImportsView:
    """Return the imports of the classes of children, from modules below `folder`."""
    return ImportsView(
        own=tuple(
            ImportView(folder + view.module, (view.async_class_name, view.class_name))
            for view in children
        )
    )
