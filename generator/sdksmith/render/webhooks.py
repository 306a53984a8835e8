"""Module of webhooks, with its entries in `api.md` and its example in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..plan.package import ImportsView
from ..text.pysource import (
    Code,
    code,
    join,
)
from .docs import full_docs
from .environment import render
from .imports import (
    import_block,
    merge_imports,
    names_from,
)
from .rendered import RenderedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import (
        Package,
        WebhooksView,
        WebhookSwitchView,
        WebhookView,
    )

_INDENT = 4


def webhook_files(package: Package) -> Iterator[RenderedFile]:
    """Yield the module of webhooks and its smoke tests, if the API has webhooks."""
    view = package.webhooks
    if view is None:
        return
    imports = merge_imports(_own_imports(view), view.imports)
    yield _file(
        f"src/{package.name}/webhooks.py",
        "webhooks.py",
        module_doc=f"Parse functions for the webhooks of {package.title}.",
        imports=import_block(imports),
        blocks=_blocks(view),
    )
    names = [item.name for item in view.webhooks if item.form is None]
    if names:
        yield _file(
            # Not `test_webhooks.py`, because an API may have a resource of that name.
            "tests/webhooks_test.py",
            "tests/test_webhooks.py",
            module_doc="Smoke tests for the webhooks.",
            package=package,
            names=names,
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


def _blocks(view: WebhooksView) -> list[WebhookBlock]:
    # The function for any webhook is last, because its data refers to the other readers.
    blocks = [_block(item) for item in view.webhooks]
    return blocks if view.switch is None else [*blocks, _switch_block(view.switch)]


def _own_imports(view: WebhooksView) -> ImportsView:
    return ImportsView(own=names_from(Code("._runtime"), view.runtime_names))


def _block(view: WebhookView) -> WebhookBlock:
    form = Code("") if view.form is None else code(", is_form={form}", form=view.form)
    return WebhookBlock(
        data=code(
            "{name}: WebhookReader[{returns}] = WebhookReader({title}, {payload}{form})",
            name=view.constant,
            returns=view.returns,
            title=view.title,
            payload=view.payload,
            form=form,
        ),
        head=code(
            "def {name}(payload: WebhookInput, *, validation: ResponseValidation = "
            '"lenient") -> {returns}:',
            name=view.name,
            returns=view.returns,
        ),
        docs=full_docs(view.doc, _INDENT),
        call=code("return {name}.read(payload, validation)", name=view.constant),
    )


def _switch_block(view: WebhookSwitchView) -> WebhookBlock:
    entries = [code("{k}: {v}", k=item.key, v=item.value) for item in view.entries]
    mark = Code(", is_header=True") if view.is_header else Code("")
    given = Code("headers: Mapping[str, str], ") if view.is_header else Code("")
    passed = Code(", headers") if view.is_header else Code("")
    return WebhookBlock(
        data=code(
            "_SWITCH: WebhookSwitch[{returns}] = WebhookSwitch("
            "{key}, {{{entries}}}{mark})",
            returns=view.returns,
            key=view.key,
            entries=join(", ", entries),
            mark=mark,
        ),
        head=code(
            "def {name}(payload: WebhookInput, {given}*, validation: "
            'ResponseValidation = "lenient") -> {returns}:',
            name=view.name,
            given=given,
            returns=view.returns,
        ),
        docs=full_docs(view.doc, _INDENT),
        call=code("return _SWITCH.read(payload, validation{passed})", passed=passed),
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
    lines = [
        WebhookLine(
            str(code("{n}(payload) -> {r}", n=item.name, r=item.returns)),
            _plain(item.doc.summary),
            item.deprecated,
        )
        for item in view.webhooks
    ]
    if view.switch is not None:
        example = webhook_example(package)
        call = example.call if example else Code("")
        text = str(code("{call} -> {r}", call=call, r=view.switch.returns))
        lines.append(
            WebhookLine(text, _plain(view.switch.doc.summary), deprecated=False)
        )
    return lines


def _plain(summary: str) -> str:
    return summary.replace("`", "").rstrip(".")
