"""Conversion of descriptions to plain text and to safe Markdown.

By the specification, descriptions are CommonMark (OpenAPI 3.1, section 4.4). In practice
they are Markdown, HTML, or both. Python docstrings are read as plain text. Markup that is
not recognized is preserved, because people can still read it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from .htmltext import html_to_markdown
from .inline import MarkdownText, markdown_inline, plain_inline
from .prose import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT: Final = 2000
_PLAIN: Final = re.compile(
    r"(?:[^\n<&*_`\[\\|~#>=!+]++"
    r"|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])"
    r"|`[^`\s<&](?:[^`\n<&]*[^`\s<&])?`)*+"
)
"""One line without markup, apart from code, which plain text has as well."""
_STARTS_BLOCK: Final = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s{4}", re.ASCII)

_FENCE: Final = re.compile(r" *(`{3,}|~{3,})")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?: +(.*?))?(?: +#+)? *")
_RULE: Final = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+) *")
_ITEM: Final = re.compile(r"( *)([-*+]|\d{1,9}[.)])(?: +|$)(.*)")
_QUOTE: Final = re.compile(r" {0,3}> ?")
_TABLE_LINE: Final = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *")
_CELL_BORDER: Final = re.compile(r"(?<!\\)\|")
_REFERENCE: Final = re.compile(r" {0,3}\[[^\]]+\]: +\S+.*")
_ESCAPED_BREAK: Final = re.compile(r" *(?:\\n *){2,}")
"""Doubly escaped line breaks, in a text without other line breaks."""
_HARD_BREAK: Final = re.compile(r"(?: {2,}|\\)$")


def plain_text(text: str) -> list[str]:
    """Return the blocks of a description as plain text.

    A paragraph is one line, or several if it has hard line breaks. A list has one line
    for each item. Code is indented by four spaces. Lines are not wrapped.

    Args:
        text: Markdown, HTML, or both.
    """
    if not text:
        return []
    return list(_known_blocks(text) if len(text) <= _SHORT else _blocks(text))


def _blocks(text: str) -> Sequence[str]:
    text = clean(text)
    if "\\n\\n" in text and "\n" not in text:
        text = _ESCAPED_BREAK.sub("\n\n", text)
    if _PLAIN.fullmatch(text) and not _STARTS_BLOCK.match(text):
        line = " ".join(text.split())
        return _unfold_list(line) if line else []
    if "<" in text:
        text = html_to_markdown(text)
    reader = _BlockReader(text.split("\n"))
    reader.read()
    return [part for block in reader.blocks for part in _unfold_list(block)]


# GitHub's API describes its arguments and fields with 15,000 texts, of which 5,000 are
# different. Kubernetes repeats six long descriptions of arguments 500 times.
_known_blocks: Final = lru_cache(maxsize=4096)(_blocks)


_FOLDED_ITEM: Final = re.compile(
    r""" - (?=(?:`[^`]{1,80}`|"[^"]{1,80}"|'[^']{1,80}'|[A-Za-z][\w.-]{0,80}): )"""
)


def _unfold_list(block: str) -> list[str]:
    """Split a paragraph that contains a list folded into one line.

    This requires a colon before the first of several items, and a different key in each
    item: `The values are: - All: everything. - None: nothing.`
    """
    if ": - " not in block or "\n" in block or block.startswith("    "):
        return [block]
    head, *items = _FOLDED_ITEM.split(block)
    keys = {item.partition(": ")[0] for item in items}
    # Repeated keys indicate YAML folded into one line, as in Google's IAM policies.
    if not 1 < len(items) == len(keys) or not head.endswith(":"):
        return [block]
    return [head, "\n".join(f"- {item.strip()}" for item in items)]


_LISTED: Final = re.compile(r"^(?: *(?:-|\d+[.)]) |    )", re.MULTILINE)


def is_prose(block: str) -> bool:
    """Return whether a block of `plain_text` is not a list, table rows or code."""
    return _LISTED.search(block) is None


def plain_line(text: str) -> str:
    """Return a description as one line of plain text."""
    return " ".join(" ".join(plain_text(text)).split())


_LIST_LINE: Final = re.compile(r"( *(?:-|\d+[.)]) )(.*)")


def safe_markdown(text: str) -> MarkdownText:
    """Return a description as Markdown with only paragraphs, lists and code."""
    blocks = [_safe_block(block) for block in plain_text(text)]
    return MarkdownText("\n\n").join(blocks)


def _safe_block(block: str) -> MarkdownText:
    lines = block.split("\n")
    if block.startswith("    "):
        # Indented code after a list would be a paragraph of the list and could be HTML.
        longest = max(map(len, re.findall("`+", block)), default=0)
        fence = "`" * max(3, longest + 1)
        code = [line.removeprefix("    ") for line in lines]
        return MarkdownText("\n".join([fence, *code, fence]))
    items = map(_LIST_LINE.fullmatch, lines)
    return MarkdownText("\n").join(
        (
            MarkdownText(item[1]) + markdown_inline(item[2])
            if item
            else markdown_inline(line)
        )
        for line, item in zip(lines, items, strict=True)
    )


class _BlockReader(Struct):
    """Lenient parser of Markdown blocks (CommonMark, section 4)."""

    lines: list[str]
    blocks: list[str] = field(default_factory=list[str])
    _at: int = 0
    _paragraph: list[str] = field(default_factory=list[str])
    _items: list[str] = field(default_factory=list[str])
    _indents: list[int] = field(default_factory=list[int])

    def read(self) -> None:
        """Parse all lines and fill `blocks`."""
        while self._at < len(self.lines):
            line = self.lines[self._at]
            self._at += 1
            self._read_line(line)
        self._end_list()

    def _read_line(self, line: str) -> None:
        if quote := _QUOTE.match(line):
            line = line[quote.end() :]
        if not line.strip():
            self._end_paragraph()
        elif fence := _FENCE.match(line):
            self._read_fence(fence[1])
        elif heading := _HEADING.fullmatch(line):
            self._end_list()
            self._add_block(plain_inline(heading[2] or ""))
        elif (
            (self._paragraph and _UNDERLINE.fullmatch(line))
            or _RULE.fullmatch(line)
            or _REFERENCE.fullmatch(line)
        ):
            self._end_list()
        elif item := _ITEM.fullmatch(line):
            self._start_item(len(item[1]), item[2], item[3])
        elif "|" in line and self._next_is_table_line():
            self._read_table(line)
        elif line.startswith("    ") and not self._paragraph and not self._items:
            self._read_code(line)
        else:
            if self._items and not self._paragraph and not line.startswith(" "):
                self._end_list()
            self._paragraph.append(line)

    def _next_is_table_line(self) -> bool:
        following = self.lines[self._at] if self._at < len(self.lines) else ""
        return "-" in following and _TABLE_LINE.fullmatch(following) is not None

    def _add_block(self, block: str) -> None:
        if block.strip():
            self.blocks.append(block)

    def _end_paragraph(self) -> None:
        if not self._paragraph:
            return
        text = _join_lines(self._paragraph)
        self._paragraph.clear()
        if not self._items:
            self._add_block(text)
            return
        depth = max(len(self._indents) - 1, 0)
        marker, _, content = self._items[-1].partition("\0")
        if content:  # a further paragraph of the item
            self._items.append(f"{'  ' * (depth + 1)}\0{text}")
        else:
            self._items[-1] = f"{marker}\0{text}"

    def _end_list(self) -> None:
        self._end_paragraph()
        if self._items:
            lines = [item.replace("\0", "") for item in self._items]
            self._add_block("\n".join(line for line in lines if line.strip(" -")))
        self._items.clear()
        self._indents.clear()

    def _start_item(self, indent: int, marker: str, text: str) -> None:
        in_sentence = self._paragraph and not self._items
        # A number other than 1 does not start a list in the middle of a sentence.
        if in_sentence and marker[0].isdigit() and marker[:-1] != "1":
            self._paragraph.append(f"{marker} {text}")
            return
        self._end_paragraph()
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1] + 1:
            self._indents.append(indent)
        sign = marker if marker[0].isdigit() else "-"
        self._items.append(f"{'  ' * (len(self._indents) - 1)}{sign} \0")
        if text.strip():
            self._paragraph.append(text)

    def _read_fence(self, fence: str) -> None:
        self._end_list()
        code: list[str] = []
        while self._at < len(self.lines):
            line = self.lines[self._at]
            self._at += 1
            if line.strip().startswith(fence) and not line.strip(" `~"):
                break
            code.append(line)
        self._add_code(code)

    def _read_code(self, first: str) -> None:
        code = [first]
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if line.strip() and not line.startswith("    "):
                break
            code.append(line)
            self._at += 1
        self._add_code(code)

    def _add_code(self, code: list[str]) -> None:
        margin = min((len(x) - len(x.lstrip()) for x in code if x.strip()), default=0)
        lines = ["    " + line[margin:].rstrip() for line in code]
        self._add_block("\n".join(line.rstrip() for line in lines).strip("\n"))

    def _read_table(self, header: str) -> None:
        self._end_list()
        self._at += 1
        rows = [_cells(header)]
        while self._at < len(self.lines) and "|" in self.lines[self._at]:
            rows.append(_cells(self.lines[self._at]))
            self._at += 1
        head, *body = [_flatten(row) for row in rows]
        lines = [head] if head else []
        self._add_block("\n".join(lines + [f"- {row}" for row in body if row]))


def _cells(line: str) -> list[str]:
    cells = _CELL_BORDER.split(line.strip().removeprefix("|").removesuffix("|"))
    return [plain_inline(cell.replace("\\|", "|").strip()) for cell in cells]


def _flatten(cells: list[str]) -> str:
    first, *others = cells
    content = "; ".join(cell for cell in others if cell)
    return f"{first}: {content}" if first and content else first or content


def _join_lines(lines: list[str]) -> str:
    text = ""
    for line in lines:
        broken = _HARD_BREAK.search(line)
        text += " ".join((line[: broken.start()] if broken else line).split())
        text += "\n" if broken else " "
    parts = plain_inline(text.strip()).split("\n")
    return "\n".join(" ".join(part.split()) for part in parts)
