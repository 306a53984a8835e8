r"""Conversion of text from documents to Python source.

`Code` is text that is safe to insert into Python source. Only the functions in this module
create it from other text, so a hostile name or description cannot break out of its
literal, docstring or comment:

    >>> code("{name} = {value}", name=identifier("kind"), value=literal('a"\n'))
    Code('kind = \'a"\\n\'')
"""

from __future__ import annotations

import keyword
import math
import re
import textwrap
import unicodedata
from functools import cache, lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Final, LiteralString, Self

from markupsafe import Markup

from .prose import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..json_data import JsonValue

LINE_LENGTH: Final = 88
"""Line length of generated source, the default of black."""


class Code(Markup):
    """Text that is safe to insert into Python source without escaping.

    It is created only from literal strings, which type checkers enforce (PEP 675). It can
    only be combined with other `Code`: if other text is added, `Code` raises `TypeError`,
    where `Markup` would escape the text for HTML.
    """

    __slots__ = ()

    def __new__(cls, text: LiteralString | Code = "") -> Self:
        """Return fixed source as code."""
        return str.__new__(cls, text)  # see `trusted`

    @classmethod
    def escape(cls, s: object, /) -> Code:
        """Return `s` if it is code.

        Raises:
            TypeError: If `s` is not `Code`.
        """
        if not isinstance(s, Code):
            raise TypeError(f"text must be converted by sdksmith.text.pysource: {s!r}")
        return s


def trusted(text: str) -> Code:
    """Return text as code without a check. The text must consist of code only.

    Every use must be reviewed: tests/render/test_environment.py lists all of them.
    """
    return str.__new__(Code, text)  # half the time of `Markup()`, which looks for HTML


def code(template: LiteralString, /, **parts: Code) -> Code:
    """Format a literal template with code in its `{name}` fields; `{{` is a brace.

    Raises:
        TypeError: If a part is not `Code`.
    """
    _require_code(parts.values())
    return trusted(_printf_template(template) % parts)


@cache
def _printf_template(template: str) -> str:
    """Return a template of `code` for the operator `%`.

    It takes half the time of `str.format`, which calls a method of each part. Templates are
    literals of the generator, so there are few of them.
    """
    pieces: list[str] = []
    for text, name, _, _ in Formatter().parse(template):
        pieces.append(text.replace("%", "%%"))
        if name is not None:
            pieces.append(f"%({name})s")
    return "".join(pieces)


def _require_code(parts: Iterable[object]) -> None:
    for part in parts:
        if not isinstance(part, Code):
            Code.escape(part)  # raises


def join(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """Join pieces of code with a literal separator.

    Raises:
        TypeError: If a part is not `Code`.
    """
    listed = list(parts)
    _require_code(listed)
    return trusted(str.join(separator, listed))


@lru_cache(maxsize=16384)
def identifier(text: str) -> Code:
    """Return a Python identifier as code.

    Raises:
        ValueError: If the text is not an identifier that can be assigned to, or if it is
            not in NFKC, to which Python normalizes identifiers (PEP 3131).
    """
    if (
        not text.isidentifier()
        or keyword.iskeyword(text)
        or text == "__debug__"
        or not unicodedata.is_normalized("NFKC", text)
    ):
        raise ValueError(f"not a Python identifier: {text!r}")
    return trusted(text)


_NAMED_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED: Final = re.compile(r"[^ !#-&(-\[\]-~]")  # quotes, backslash, not printable
_UNINDENTED: Final = re.compile(r"^[^ \t\n]", re.MULTILINE)
_BLANK: Final = re.compile(r"^[ \t]+$", re.MULTILINE)
_BIG: Final = 10**4000  # str() of an int is limited to 4,300 digits


def literal(value: JsonValue | bytes) -> Code:
    """Return the source of a value, in ASCII, on one line, in black's style.

    Raises:
        ValueError: If a number is not finite.
    """
    return trusted(_literal(value))


def _literal(value: JsonValue | bytes) -> str:
    match value:
        case str():
            return _string(value)
        case None | bool():
            return repr(value)
        case int():
            return (
                str(value) if -_BIG < value < _BIG else f"{value:#X}".replace("X", "x")
            )
        case float():
            if not math.isfinite(value):
                raise ValueError(f"number is not finite and has no literal: {value}")
            return repr(value).replace("e+", "e")
        case bytes():
            return "b" + _string(value.decode("latin-1"))
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            entries = (f"{_string(key)}: {_literal(value[key])}" for key in value)
            return f"{{{', '.join(entries)}}}"


def _string(value: str) -> str:
    if _ESCAPED.search(value) is None:
        return f'"{value}"'
    # Like black: double quotes, unless single quotes need fewer backslashes.
    quote = "'" if value.count('"') > value.count("'") else '"'

    def escape(match: re.Match[str]) -> str:
        character = match[0]
        if character in "\"'":
            return "\\" + character if character == quote else character
        return _NAMED_ESCAPES.get(character) or _numeric_escape(ord(character))

    return f"{quote}{_ESCAPED.sub(escape, value)}{quote}"


def _numeric_escape(number: int) -> str:
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def docstring(text: str, indent: int = 0, width: int = LINE_LENGTH) -> Code:
    '''Return a complete docstring, including the `"""`.

    The text is cleaned (see `prose.clean`) and wrapped. All lines are indented except the
    first, which the template indents.

    Args:
        text: Content of the docstring. Blank lines and indentation are preserved.
        indent: Indentation of the docstring, in spaces.
        width: Line length.
    '''
    text = clean(text).strip()
    if "\n" in text:
        # Like `inspect.cleandoc` and black: indentation is relative to the least indented
        # line.
        summary, _, rest = text.partition("\n")
        text = f"{summary}\n{_dedent(rest)}".strip()
    raw = "\\" in text and '"""' not in text
    escaped = text if raw else text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    # Black puts a space between the opening quotes and a quote.
    opening = ('r"""' if raw else '"""') + (" " if escaped.startswith('"') else "")
    room = width - indent - len(opening)
    lines = wrap(text, width - indent, room)
    if len(lines) == 1 and len(text) + 4 > room:
        # Black keeps the closing quotes on the line of a one-line docstring, even if the
        # line becomes too long.
        lines = wrap(text, width - indent, room - 4)
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in lines).lstrip(" ")
    if not raw:
        body = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if len(lines) > 1:
        return trusted(f'{opening}{body}\n{margin}"""')
    # A quote or an odd backslash at the end would escape or extend the closing quotes.
    backslashes = len(body) - len(body.rstrip("\\"))
    padded = not body or body.endswith('"') or backslashes % 2
    return trusted(f'{opening}{body} """' if padded else f'{opening}{body}"""')


def _dedent(text: str) -> str:
    """Return `textwrap.dedent(text)`, faster if no indentation is common to all lines."""
    if _UNINDENTED.search(text) and not _BLANK.search(text):
        return text
    return textwrap.dedent(text)


# Words in comments that tools interpret. PEP 263 matches `coding` anywhere in a line.
_PRAGMA: Final = re.compile(
    r"(coding|\b(?:type|fmt|isort|ruff|flake8|mypy|pyright|pylint|pragma|yapf|noqa"
    r"|nosec|vim?|ex|sourcery|pytype|pyre))(?=[:=])",
    re.IGNORECASE,
)


def comment(text: str, indent: int = 0, width: int = LINE_LENGTH) -> Code:
    """Return a comment whose lines start with `# `, and which tools do not interpret.

    The text is cleaned and wrapped. All lines are indented except the first, which the
    template indents. Pragmas such as `type: ignore` get a space before the colon, because
    a description must not disable a checker or declare an encoding.
    """
    text = _PRAGMA.sub(r"\1 ", clean(text).strip())
    lines = wrap(text, width - indent - 2)
    return trusted(f"\n{' ' * indent}".join(f"# {line}".rstrip() for line in lines))
