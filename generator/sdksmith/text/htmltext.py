"""Conversion of HTML in descriptions to Markdown."""

from __future__ import annotations

import html
import re
from typing import Final

from msgspec import Struct, field

# Only names of HTML elements are tags: `<id>` and `<token>` are placeholders in prose.
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*|/|)>")
_HREF: Final = re.compile(r"""\s(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.I)
_ALT: Final = re.compile(r"""\salt\s*=\s*("[^"]*"|'[^']*')""", re.I)
_RAW_ELEMENT: Final = re.compile(
    r"<(?:(pre|code|tt|kbd|samp|script|style)\b[^<>]*>|!--)", re.I
)
_SPAN_OR_FENCE: Final = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)

_INLINE: Final = re.compile(
    "abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp"
    "|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_BLOCKS: Final = re.compile(
    "address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|div|dl"
    "|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|hr|html|main"
    "|nav|p|pre|section|summary|table|tbody|tfoot|thead"
    # DocBook, from which AWS generates its descriptions.
    "|fullname|para|xhtml|zonbook"
)
_ADMONITION: Final = re.compile(
    r"<(note|important|caution|warning|tip)>\s*(?:<p(?:ara)?>)?", re.I
)
_ADMONITION_END: Final = re.compile("</(note|important|caution|warning|tip)>", re.I)
_ADMONITIONS: Final = frozenset(("note", "important", "caution", "warning", "tip"))
_ROW_END: Final = re.compile(r"(?m)^( *\|.*\|) *\\$")
"""A row of a Markdown table that ends with an HTML line break."""
_DEEPEST_LIST: Final = 20
"""Level of a list below which items are not indented further."""


def html_to_markdown(text: str) -> str:
    """Convert the HTML elements in a text to Markdown.

    Emphasis is dropped, code is put in backticks, and lists and tables become Markdown
    lists and rows. Elements that HTML does not define, and Markdown code, are preserved.
    """
    text = _convert_admonitions(_convert_raw_elements(text))
    parts = _SPAN_OR_FENCE.split(text)
    writer = _Writer()
    for index, part in enumerate(parts):
        writer.out.append(part) if index % 2 else writer.write(part)
    return _ROW_END.sub(r"\1", "".join(writer.out))


def _convert_admonitions(text: str) -> str:
    """Replace AWS's remark elements with paragraphs that start with the kind of remark."""
    closed = {name.lower() for name in _ADMONITION_END.findall(text)}

    def replace(opening: re.Match[str]) -> str:
        kind = opening[1].lower()
        # An element without an end tag is a placeholder.
        return f"<p>{kind.capitalize()}: " if kind in closed else opening[0]

    return _ADMONITION.sub(replace, text) if closed else text


def _convert_raw_elements(text: str) -> str:
    # An end tag that was not found is not searched for again. This keeps the time linear
    # in the length of the text.
    out: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for opening in _RAW_ELEMENT.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < at or name in unclosed:
            continue
        end = re.compile(f"</{name}\\s*>" if name else "-->", re.I)
        closing = end.search(text, opening.end())
        if closing is None:
            unclosed.add(name)
            continue
        out += text[at : opening.start()], _convert_raw_element(
            name, text[opening.end() : closing.start()]
        )
        at = closing.end()
    return "".join(out) + text[at:]


def _convert_raw_element(name: str, content: str) -> str:
    match name:
        case "" | "script" | "style":
            return ""
        case "pre":
            code = _without_tags(content).strip("\n").replace("```", "'''")
            return f"\n\n```\n{code}\n```\n\n"
        case _:
            code = " ".join(_without_tags(content).split()).replace("`", "'")
            return f"`{code}`" if code else ""


def _without_tags(text: str) -> str:
    return html.unescape(_TAG.sub(lambda m: "\n" if m[2] == "br" else "", text))


class _Writer(Struct):
    """Writer of tags as Markdown, which keeps track of open lists and links."""

    out: list[str] = field(default_factory=list[str])
    _lists: list[str] = field(default_factory=list[str])
    _links: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def write(self, text: str) -> None:
        """Append text that is not code."""
        end = 0
        for match in _TAG.finditer(text):
            self.out.append(self._text(text[end : match.start()]))
            self.out.append(self._tag(match))
            end = match.end()
        self.out.append(self._text(text[end:]))

    def _text(self, text: str) -> str:
        # Inside a list, line breaks and indentation are only layout of the HTML source.
        return re.sub(r"\s+", " ", text) if self._lists else text

    def _tag(self, match: re.Match[str]) -> str:
        name, closing = match[2].lower(), bool(match[1])
        if _INLINE.fullmatch(name):
            return ""
        if _BLOCKS.fullmatch(name) or (closing and name in _ADMONITIONS):
            return " " if self._lists else "\n\n"
        match name:
            case "br":
                return "\\\n" if not self._lists else " "
            case "ul" | "ol":
                return self._list(name, closing=closing)
            case "li":
                return self._item(closing=closing)
            case "a":
                return self._link(match[3], closing=closing)
            case "img":
                return _attribute(_ALT, match[3])
            case "tr":
                return self._row(closing=closing)
            case "td" | "th":
                return "; " if closing else ""
            case _:
                return match[0]

    def _list(self, name: str, *, closing: bool) -> str:
        if closing:
            if self._lists:
                self._lists.pop()
        else:
            self._lists.append(name)
        return (
            "\n\n" if not self._lists or (len(self._lists) == 1 and not closing) else ""
        )

    def _item(self, *, closing: bool) -> str:
        if closing:
            return ""
        depth = min(max(len(self._lists) - 1, 0), _DEEPEST_LIST)
        return f"\n{'    ' * depth}- "

    def _row(self, *, closing: bool) -> str:
        if not closing:
            return "\n- "
        while self.out and not self.out[-1].strip("; \n"):
            self.out.pop()
        return "\n"

    def _link(self, attributes: str, *, closing: bool) -> str:
        if not closing:
            self._links.append((len(self.out), _attribute(_HREF, attributes)))
            return ""
        if not self._links:
            return ""
        start, address = self._links.pop()
        if start >= len(self.out):
            return ""
        self.out[start] = "["
        return f"]({address})"


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes.removesuffix("/"))
    return html.unescape(found[1].strip("\"'")) if found else ""
