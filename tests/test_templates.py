"""Restrictions of templates that generator/README.md describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
TEMPLATE_FILES = sorted(TEMPLATES.rglob("*.jinja"))

TEMPLATE_LINES = 120
ALL_TEMPLATE_LINES = 950


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_templates_are_small() -> None:
    assert TEMPLATE_FILES
    lines = {name_of(path): path.read_text().count("\n") for path in TEMPLATE_FILES}
    assert {
        name: count for name, count in lines.items() if count > TEMPLATE_LINES
    } == {}
    assert sum(lines.values()) <= ALL_TEMPLATE_LINES


@pytest.mark.parametrize("path", TEMPLATE_FILES, ids=name_of)
def test_templates_contain_no_decisions(path: Path) -> None:
    assert decisions(path.read_text()) == []


def decisions(template: str) -> list[str]:
    """Return the decisions in a template, which belong into `plan/` or `text/`."""
    tree = Environment(
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True
    ).parse(template)
    found = [f"{node.lineno}: ~" for node in tree.find_all(nodes.Concat)]
    found += [f"{node.lineno}: +" for node in tree.find_all(nodes.Add)]
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr | nodes.Getitem):
            found.append(f"{call.lineno}: method call")
    for compare in tree.find_all(nodes.Compare):
        if any(isinstance(item.value, str) for item in compare.find_all(nodes.Const)):
            found.append(f"{compare.lineno}: string comparison")
    found += [
        f"{node.lineno}: |{node.name}"
        for node in tree.find_all(nodes.Filter)
        if node.name in {"safe", "replace", "format"}
    ]
    return found


@pytest.mark.parametrize(
    "template",
    [
        "{{ a ~ b }}",
        "{{ a + b }}",
        "{{ name.upper() }}",
        "{% if kind == 'list' %}x{% endif %}",
        "{% if 'x' in names %}x{% endif %}",
        "{{ text|safe }}",
    ],
)
def test_decisions_in_templates_are_found(template: str) -> None:
    assert decisions(template) != []


def test_blocks_in_templates_are_accepted() -> None:
    template = "{% for m in methods %}{{ method(m) }}{{ m.doc|docstring }}{% endfor %}"
    assert decisions(template) == []
