"""Module of webhooks, with its entries in `api.md` and its example in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..plan.expressions import DictDisplay, Generic, Keyword, find_symbols
from ..plan.runtime import runtime
from ..text.pysource import Code, code, join, literal
from .docs import full_docs
from .environment import render
from .methods import parameter
from .rendered import RenderedFile
from .source.expressions import Place
from .source.imports import import_block
from .source.names import ModuleNames, ModuleSymbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import Package, WebhooksView, WebhookSwitchView, WebhookView

_INDENT = 4


def webhook_files(package: Package) -> Iterator[RenderedFile]:
    """Yield the module of webhooks and its smoke tests, if the API has webhooks."""
    view = package.webhooks
    if view is None:
        return
    names = _webhook_names(view)
    yield _file(
        f"src/{package.name}/webhooks.py",
        "webhooks.py",
        module_doc=f"Parse functions for the webhooks of {package.title}.",
        imports=import_block(names.imports()),
        blocks=_blocks(view, names),
    )
    tested = [item.name for item in view.webhooks if not item.is_form]
    if tested:
        yield _file(
            # Not `test_webhooks.py`, because an API may have a resource of that name.
            "tests/webhooks_test.py",
            "tests/test_webhooks.py",
            module_doc="Smoke tests for the webhooks.",
            package=package,
            names=tested,
        )


def _file(path: str, template: str, /, **context: object) -> RenderedFile:
    return RenderedFile(path, render(template, context), template)


class WebhookBlock(Struct, frozen=True):
    """A function of the module.

    Attributes:
        data: The statement that defines the constant of its webhook reader.
        head: The `def` line.
        docs: The docstring.
        call: The only statement of its body.
    """

    data: Code
    head: Code
    docs: Code
    call: Code


_READER: Final = runtime("WebhookReader")
_SWITCH: Final = runtime("WebhookSwitch")


def _webhook_names(view: WebhooksView) -> ModuleNames:
    views = (*view.webhooks, *([view.switch] if view.switch else ()))
    arguments = [argument for item in views for argument in item.doc.arguments]
    live = (_READER, *(item.payload for item in view.webhooks))
    if view.switch is not None:
        live = (*live, _SWITCH)
    typed = [*(x.annotation for x in arguments), *(item.returns for item in views)]
    symbols = ModuleSymbols(find_symbols(live), find_symbols(typed))
    return ModuleNames(Place(), symbols)


def _blocks(view: WebhooksView, names: ModuleNames) -> list[WebhookBlock]:
    # The function for any webhook is last, because its data refers to the other readers.
    blocks = [_block(item, names) for item in view.webhooks]
    return [*blocks, _switch_block(view.switch, names)] if view.switch else blocks


def _block(view: WebhookView, names: ModuleNames) -> WebhookBlock:
    form = (Keyword("is_form", literal(True)),) if view.is_form else ()
    arguments = (view.title, view.payload)
    return WebhookBlock(
        data=_data(
            view.constant,
            Generic(_READER, (view.returns,)),
            names.outer.call(names.outer.write(_READER), arguments, form),
            names,
        ),
        head=_head(view, names),
        docs=full_docs(view.doc, _INDENT),
        call=code("return {name}.read(payload, validation)", name=view.constant),
    )


def _switch_block(view: WebhookSwitchView, names: ModuleNames) -> WebhookBlock:
    mark = (Keyword("is_header", literal(True)),) if view.is_header else ()
    arguments = (view.key, DictDisplay(view.entries))
    return WebhookBlock(
        data=_data(
            Code("_SWITCH"),
            Generic(_SWITCH, (view.returns,)),
            names.outer.call(names.outer.write(_SWITCH), arguments, mark),
            names,
        ),
        head=_head(view, names),
        docs=full_docs(view.doc, _INDENT),
        call=code(
            "return _SWITCH.read(payload, validation{headers})",
            headers=Code(", headers" if view.is_header else ""),
        ),
    )


def _data(name: Code, kind: Generic, call: Code, names: ModuleNames) -> Code:
    annotation = names.outer.write(kind)
    return code("{name}: {kind} = {call}", name=name, kind=annotation, call=call)


def _head(view: WebhookView | WebhookSwitchView, names: ModuleNames) -> Code:
    *positional, last = [parameter(item, names.outer) for item in view.doc.arguments]
    return code(
        "def {name}({positional}, *, {last}) -> {returns}:",
        name=view.name,
        positional=join(", ", positional),
        last=last,
        returns=names.outer.write(view.returns),
    )


class WebhookExample(Struct, frozen=True):
    """The webhook function shown in the README.

    Attributes:
        name: The name of the function.
        call: An example call of the function.
    """

    name: Code
    call: Code


def webhook_example(package: Package) -> WebhookExample | None:
    """Return the webhook function shown in the README; None without webhooks.

    It is the function that parses any webhook, if there is one.
    """
    view = package.webhooks
    if view is None:
        return None
    if view.switch is None:
        name = view.webhooks[0].name
        return WebhookExample(name, code("{name}(payload)", name=name))
    given = Code(", headers") if view.switch.is_header else Code("")
    call = code("{name}(payload{given})", name=view.switch.name, given=given)
    return WebhookExample(view.switch.name, call)


class WebhookLine(Struct, frozen=True):
    """A function in the list of all methods, with a summary of what it parses."""

    call: str
    subject: str
    deprecated: bool


def webhook_lines(package: Package) -> list[WebhookLine]:
    """Return the webhook functions for the list of all methods in `api.md`."""
    view = package.webhooks
    if view is None:
        return []
    writer = _webhook_names(view).outer
    lines = [
        WebhookLine(
            f"{item.name}(payload) -> {writer.write(item.returns)}",
            _plain(item.doc.summary),
            item.deprecated,
        )
        for item in view.webhooks
    ]
    if view.switch is not None:
        example = webhook_example(package)
        call = example.call if example else ""
        text = f"{call} -> {writer.write(view.switch.returns)}"
        lines.append(
            WebhookLine(text, _plain(view.switch.doc.summary), deprecated=False)
        )
    return lines


def _plain(summary: str) -> str:
    return summary.replace("`", "").rstrip(".")
