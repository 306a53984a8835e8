"""Text of a document reaches a file through one filter, exactly once."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from jinja2 import DictLoader
from jinja2 import TemplateError as JinjaError
from markupsafe import Markup
from sdksmith.render.environment import (
    MARKDOWN,
    PYTHON,
    TOML,
    Language,
    TemplateError,
    make_environment,
)
from sdksmith.text.pysource import Code

TEXT = 'a """ <b> \\ \n `|` "'
GENERATOR = Path(__file__).parents[2] / "generator" / "sdksmith"


def render_template(
    template: str, language: Language = PYTHON, **context: object
) -> str:
    environment = make_environment(language, DictLoader({"the name": template}))
    return environment.get_template("the name").render({"text": TEXT, **context})


@pytest.mark.parametrize(
    "template",
    [
        "{{ text }}",
        '"{{ text }}"',
        '{{ "fixed" }}',
        "{{ text[0] }}",
        "{{ text ~ text }}",
        "{{ [text] }}",
        "{{ 1.5 }}",
        "{{ none }}",
        "{{ safe }}",
        "{% set x %}{{ text|docstring }}{% endset %}{{ x }}",
        "{% macro m() %}{{ text|docstring }}{% endmacro %}{{ m() }}",
    ],
)
def test_text_without_a_filter_is_rejected(template: str) -> None:
    with pytest.raises(
        TemplateError, match=r"the name: .* was not escaped by a filter"
    ):
        render_template(template, safe=Markup("x"))


@pytest.mark.parametrize(
    "template", ["{{ missing }}", "{{ missing|docstring }}", "{{ text.x }}"]
)
def test_undefined_values_are_rejected(template: str) -> None:
    with pytest.raises((TemplateError, JinjaError)):
        render_template(template)


@pytest.mark.parametrize("name", ["safe", "e", "escape", "replace", "format", "join"])
def test_filters_of_jinja_are_not_available(name: str) -> None:
    with pytest.raises(JinjaError, match="No filter named"):
        render_template(f"{{{{ text|{name} }}}}")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (PYTHON, "docstring"),
        (PYTHON, "comment"),
        (PYTHON, "literal"),
        (MARKDOWN, "markdown"),
        (MARKDOWN, "code_span"),
        (TOML, "toml"),
    ],
)
def test_filter_can_be_applied_only_once(language: Language, name: str) -> None:
    once = render_template(f"{{{{ text|{name} }}}}", language)
    assert "&#34;" not in once  # nothing is escaped for HTML
    with pytest.raises(TypeError, match="already been escaped by a filter"):
        render_template(f"{{{{ text|{name}|{name} }}}}", language)


@pytest.mark.parametrize(
    ("language", "given"), [(PYTHON, MARKDOWN), (PYTHON, TOML), (TOML, MARKDOWN)]
)
def test_text_escaped_for_another_language_is_rejected(
    language: Language, given: Language
) -> None:
    other = given.accepts[-1]("x")
    with pytest.raises(TemplateError, match="was not escaped by a filter"):
        render_template("{{ other }}", language, other=other)


def test_code_and_numbers_are_not_escaped() -> None:
    assert render_template("{{ code }} {{ 3 }}", code=Code('a["<"]')) == 'a["<"] 3'


def test_filter_word_accepts_a_single_word() -> None:
    assert render_template("{{ text|word }}", MARKDOWN, text="a-b.c_d") == "a-b.c_d"
    with pytest.raises(ValueError, match="expected a single word"):
        render_template("{{ text|word }}", MARKDOWN)


def modules_that_use_trusted() -> set[str]:
    found: set[str] = set()
    for path in GENERATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Name) and node.id == "trusted":
                found.add(path.relative_to(GENERATOR).as_posix())
    return found


def test_few_modules_use_trusted() -> None:
    """`layout` breaks lines of code, `readme` renders Python for the README."""
    assert modules_that_use_trusted() == {
        "text/pysource.py",
        "render/source/layout.py",
        "render/pages/readme.py",
    }
