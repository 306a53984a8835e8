"""Jinja environments: one per output language, with the filters that escape text.

Text from a document must pass through exactly one of these filters before it is
written to a file. The environments enforce this: a value that was not escaped for the
language of the file raises an error, and so does escaping twice. Neither
`{{ description }}` nor `{{ description|docstring|docstring }}` can be written by
mistake.
"""

from __future__ import annotations

import re
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup
from msgspec import Struct

from ..text.inline import MarkdownText, code_span, markdown_inline
from ..text.markdown import plain_text, safe_markdown
from ..text.pysource import Code, comment, docstring, literal
from ..text.toml import TomlText, toml_string
from .clients import construction, constructor, constructor_docs, service
from .docs import alias_docs, method_docs
from .methods import operation, request, signature
from .pages.samples import smoke_entry
from .source.layout import layout
from .types import alias_line, class_fields, key_entry, member_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import BaseLoader, Template
    from jinja2.runtime import Context

P = ParamSpec("P")
Safe = TypeVar("Safe", bound=Markup)

SUFFIX: Final = ".jinja"
_WORD: Final = re.compile(r"[A-Za-z0-9._-]+", re.ASCII)


class Language(Struct, frozen=True):
    """An output language of templates.

    Attributes:
        accepts: The types of text that are written to a file unchanged.
        filters: All filters that are available in its templates, by name.
    """

    accepts: tuple[type[Markup], ...]
    filters: Mapping[str, Callable[..., Markup]]


def _once(
    escape: Callable[P, Safe], refused: type[Markup] = Markup
) -> Callable[P, Safe]:
    """Make a filter reject text that is already escaped, so it is not escaped twice."""

    @wraps(escape)
    def refuse_safe_text(*args: P.args, **kwargs: P.kwargs) -> Safe:
        if isinstance(args[0], refused):
            raise TypeError(f"{args[0]!r} has already been escaped by a filter")
        return escape(*args, **kwargs)

    return refuse_safe_text


def _described(text: str, indent: int = 0) -> Code:
    return docstring("\n\n".join(plain_text(text)), indent)


def _word(text: str) -> MarkdownText:
    if not _WORD.fullmatch(text):
        raise ValueError(f"expected a single word, got {text!r}")
    return MarkdownText(text)


PYTHON: Final = Language(
    (Code,),
    {
        "alias_docs": alias_docs,
        "alias_line": alias_line,
        "class_fields": class_fields,
        "comment": _once(comment),
        "construction": construction,
        "constructor": constructor,
        "constructor_docs": constructor_docs,
        "docstring": _once(_described),
        "key_entry": key_entry,
        "layout": layout,
        "literal": _once(literal),
        "member_line": member_line,
        "method_docs": method_docs,
        "operation": operation,
        "request": request,
        "service": service,
        "signature": signature,
        "smoke_entry": smoke_entry,
    },
)
MARKDOWN: Final = Language(
    (Code, MarkdownText),
    {
        "code_span": _once(code_span, MarkdownText),
        "description": _once(safe_markdown),
        "markdown": _once(markdown_inline),
        "word": _once(_word),
    },
)
TOML: Final = Language((Code, TomlText), {"toml": _once(toml_string)})
_LANGUAGES: Final = {".py": PYTHON, ".md": MARKDOWN, ".toml": TOML}


class TemplateError(Exception):
    """Raised when a template is missing or violates a rule: a bug in the generator."""


@cache
def template_folder() -> Path:
    """Return the template folder of the installed package or of a checkout.

    Raises:
        TemplateError: If neither of them has templates.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "templates", package.parents[1] / "templates"):
        if (folder / "runtime" / "__init__.py").is_file():
            return folder
    raise TemplateError(f"no templates found in or near {package}")


def render(name: str, context: Mapping[str, object]) -> str:
    """Render a template.

    Args:
        name: Path relative to the template folder, without `.jinja`. The remaining
            suffix selects the language.
        context: The variables of the template.

    Raises:
        TemplateError: If the template outputs a value that was not escaped for its
            language.
    """
    return _template(name).render(context)


@cache
def _template(name: str) -> Template:
    environment = _environment(Path(name).suffix)
    return environment.get_template(name + SUFFIX)


def load_templates() -> None:
    """Compile all templates in advance, so `render` does not have to."""
    for path in template_folder().rglob("*" + SUFFIX):
        _template(path.relative_to(template_folder()).as_posix().removesuffix(SUFFIX))


@cache
def _environment(suffix: str) -> Environment:
    return make_environment(_LANGUAGES[suffix], FileSystemLoader(template_folder()))


def make_environment(language: Language, loader: BaseLoader) -> Environment:
    """Return the environment that renders templates of a language."""

    @pass_context
    def finalize(context: Context, value: object) -> object:
        if isinstance(value, language.accepts) or type(value) is int:
            return value
        raise TemplateError(
            f"{context.name}: {type(value).__name__} {value!r} was not escaped by a "
            "filter of its language"
        )

    environment = Environment(
        loader=loader,
        autoescape=False,  # noqa: S701 -- `finalize` rejects text that is not escaped
        auto_reload=False,
        finalize=finalize,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.clear()
    for name, filter_ in language.filters.items():
        environment.filters[name] = filter_
    environment.globals.clear()
    environment.tests.clear()
    return environment
