"""Conversion of descriptions to plain text and to safe Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sdksmith.text.markdown import is_prose, plain_line, plain_text, safe_markdown
from sdksmith.text.prose import clean

from tests.text.markdown_tokens import PARAGRAPH, token_types

CASES: list[tuple[str, list[str]]] = [
    ("", []),
    ("  \n ", []),
    ("One line.", ["One line."]),
    ("One\nparagraph.\n\nAnd another.", ["One paragraph.", "And another."]),
    ("Hard  \nbreak\\\nhere", ["Hard\nbreak\nhere"]),
    ("**bold** *it* __b__ _i_ ~~no~~", ["bold it b i no"]),
    ("***both*** card ************1234", ["both card ************1234"]),
    (r"Text.\n\nMore text.", ["Text.", "More text."]),
    ("snake_case_name and 2 * 3 * 4", ["snake_case_name and 2 * 3 * 4"]),
    ("`*code*` and ``a ` b``", ["`*code*` and `a ` b`"]),
    ("[text](https://a.b/c_d) [x](../y)", ["text (https://a.b/c_d) x"]),
    ("[https://a.b](https://a.b) <https://c.d>", ["https://a.b https://c.d"]),
    ("![logo](x.png) [ref][1]\n\n[1]: https://a.b", ["logo ref"]),
    (r"\*not\* \_emphasis\_", ["*not* _emphasis_"]),
    ("a &amp; b &lt;id&gt; &#8217;", ["a & b <id> \u2019"]),
    ("&#27;[31mred", ["[31mred"]),
    ("Bearer <token> for <id>", ["Bearer <token> for <id>"]),
    ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
    ("# Title\ntext", ["Title", "text"]),
    ("Title\n=====\ntext", ["Title", "text"]),
    ("a\n\n---\n\nb", ["a", "b"]),
    ("> quoted\n> text", ["quoted text"]),
    ("- a\n- b\n  more\n* c", ["- a\n- b more\n- c"]),
    ("Say:\n- a\n- b", ["Say:", "- a\n- b"]),
    ("- a\n\n  second\n    - deep\n- b", ["- a\n  second\n  - deep\n- b"]),
    ("1. one\n2) two\n\nend", ["1. one\n2) two", "end"]),
    ("in the year\n2018. It was", ["in the year 2018. It was"]),
    ('```json\n{\n  "a": 1\n}\n```', ['    {\n      "a": 1\n    }']),
    ("text\n\n    code *x*\n\n    more", ["text", "    code *x*\n\n    more"]),
    ("|a|b|\n|-|-|\n|1|`x`|\n|2||", ["a: b\n- 1: `x`\n- 2"]),
    ("<p>One\ntwo</p><p>three</p>", ["One two", "three"]),
    ("a<br>b<br/>c", ["a\nb\nc"]),
    ("<ul><li>a</li>\n <li>b<ul><li>c</li></ul></li></ul>d", ["- a\n- b\n  - c", "d"]),
    ('<a href="https://a.b">docs</a> <b>x</b>', ["docs (https://a.b) x"]),
    ("<code>&lt;b&gt;</code> <!-- no --> y", ["`<b>` y"]),
    ("<pre>\n a\n  b\n</pre>", ["    a\n     b"]),
    ("<script>alert(1)</script>x", ["x"]),
    ("a <note> <p>b</p> </note> c", ["a", "Note: b", "c"]),
    ("Send <note> and <tip>.", ["Send <note> and <tip>."]),
    ("<ul><li>a<important>b</important></li></ul>", ["- a Important: b"]),
    ("<fullname>Maps</fullname><para>One.</para>", ["Maps", "One."]),
    ("*** Errors: ***\n\n* 400 - a", ["Errors:", "- 400 - a"]),
    ("|a|b|</br>|-|-|</br>|1|2|", ["a: b\n- 1: 2"]),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
        ["- A; B\n- 1; 2"],
    ),
    ("unclosed <a href='x'>link and <b>bold", ["unclosed link and bold"]),
    ("you???d", ["you???d"]),
]


@pytest.mark.parametrize(("text", "blocks"), CASES)
def test_descriptions_become_plain_text(text: str, blocks: list[str]) -> None:
    assert plain_text(text) == blocks


def test_descriptions_become_one_line() -> None:
    assert plain_line("<p>One\n\n* two</p>") == "One - two"


WORDS = st.text(st.sampled_from("abcdefg .,;'"), min_size=1).map(str.strip)


@given(st.lists(WORDS.filter(bool), min_size=1))
def test_plain_text_is_unchanged(paragraphs: list[str]) -> None:
    found = " ".join(plain_text("\n\n".join(paragraphs))).split()
    assert found == " ".join(paragraphs).split()


@given(st.text(st.one_of(st.characters(), st.sampled_from("<>&*_`[]()|-#~\\\n 1.a"))))
def test_blocks_of_any_text_are_clean(text: str) -> None:
    for block in plain_text(text):
        assert block.strip()
        assert clean(block) == block


@pytest.mark.parametrize(
    "piece",
    [
        "`",
        "[",
        "**a ",
        "<a ",
        "<!--",
        "*a",
        "_a_",
        "![",
        "[a](",
        "<pre>",
        "<code>",
        "&a",
        "  - a\n",
        "|a|\n",
        "\\",
        "```\n",
        "[](",
        "> ",
        "* * \n",
        "``a`",
    ],
)
def test_conversion_time_is_bounded(piece: str) -> None:
    start = time.perf_counter()
    plain_text(piece * 20_000)
    assert time.perf_counter() - start < 5  # quadratic time would be 15 to 30


LISTS = {
    f"{kind}_{end}"
    for kind in ("bullet_list", "ordered_list", "list_item")
    for end in ("open", "close")
}


@given(
    st.text(
        st.one_of(
            st.characters(), st.sampled_from("<>&*_`[]()|-#~\\\n\n    1.:!+= ab/")
        ),
    )
)
@example("- item\n\n    <script>")
@example("- item\n\n```\n<script>\n```")
@example("```\n````\n<b>\n```")
@example("1. a\n   <div>")
@example("<pre>`````</pre>")
def test_safe_markdown_contains_no_markup(text: str) -> None:
    assert token_types(safe_markdown(text)) <= PARAGRAPH | LISTS | {"fence"}


def test_safe_markdown_keeps_blocks() -> None:
    text = "A <b>b</b> `c*`:\n\n- x_\n  - y\n\n1. z\n\n```\n<d>\n```"
    assert safe_markdown(text) == ("A b `c*`:\n\n- x\\_\n  - y\n1. z\n\n```\n<d>\n```")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "The values are: - All: everything. - None: nothing - at all.",
            ["The values are:", "- All: everything.\n- None: nothing - at all."],
        ),
        (
            'One of: - `a`: the first - "b c": the second',
            ["One of:", '- `a`: the first\n- "b c": the second'],
        ),
        ("Range: - 5 - 10", ["Range: - 5 - 10"]),
        ("a: - b: 1 c: 2 - b: 3 c: 4", ["a: - b: 1 c: 2 - b: 3 c: 4"]),
        ("Note: - All: everything", ["Note: - All: everything"]),
        ("A - B: both - C: none", ["A - B: both - C: none"]),
    ],
)
def test_folded_lists_are_restored(text: str, blocks: list[str]) -> None:
    assert plain_text(text) == blocks


@pytest.mark.parametrize(
    ("block", "prose"),
    [("One - two", True), ("- one", False), ("a: b\n- c: d", False), ("    x", False)],
)
def test_prose_is_distinguished_from_lists_and_code(block: str, *, prose: bool) -> None:
    assert is_prose(block) is prose
