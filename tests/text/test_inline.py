"""Inline Markdown: escaping of plain text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sdksmith.text.inline import markdown_inline
from sdksmith.text.prose import clean

from tests.text.markdown_tokens import PARAGRAPH, all_tokens, token_types


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("<>&*_`[]()|-#~\\\n\r1.:!+=$ ab/")),
        min_size=1,
    )
)
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1))")
@example("1. one")
@example("- item")
@example("# head")
@example("&lt;")
@example("    code")
@example("a | b")
def test_escaped_text_renders_as_itself(text: str) -> None:
    assert token_types(markdown_inline(text)) <= PARAGRAPH
    assert without_ticks(rendered_text(markdown_inline(text))) == without_ticks(
        clean(text)
    )


def rendered_text(markdown: str) -> str:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"{markdown}")
    kinds = ("text", "text_special", "code_inline")
    return "".join(t.content for t in all_tokens(tokens) if t.type in kinds)


def without_ticks(text: str) -> str:
    return "".join(text.replace("`", "").split())
