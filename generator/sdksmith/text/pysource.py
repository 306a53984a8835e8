r"""The one way from text of a document into Python source.

`Code` is text that may stand in Python source. Only the functions here make it from
other text, so that a hostile name or description cannot leave its literal, docstring
or comment:

    >>> code("{name} = {value}", name=identifier("kind"), value=literal('a"\n'))
    Code('kind = \'a"\\n\'')
"""

from __future__ import annotations

import keyword
import math
import re
import textwrap
import unicodedata
from typing import TYPE_CHECKING, Final, LiteralString, Self

from markupsafe import Markup

from .prose import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..jsondata import JsonValue

LINE_LENGTH: Final = 88
"""The line length of generated source, which is black's."""


class Code(Markup):
    """Text that is safe in Python source as it stands.

    It is made from literals alone, which type checkers see to (PEP 675). It joins only
    with text of its own kind: where `Markup` would escape other text for HTML, `Code`
    raises `TypeError`.
    """

    __slots__ = ()

    def __new__(cls, text: LiteralString | Code = "") -> Self:
        """Return fixed source as code."""
        return super().__new__(cls, text)

    @classmethod
    def escape(cls, s: object, /) -> Code:
        """Return `s` if it is code.

        Raises:
            TypeError: It is anything else.
        """
        if not isinstance(s, Code):
            raise TypeError(f"text must pass through sdksmith.text.pysource: {s!r}")
        return s


def trusted(text: str) -> Code:
    """Return text as code because it was made from code alone.

    Every use of it is a place to look at: tests/render/test_law.py lists them.
    """
    return str.__new__(Code, text)  # half the time of Markup's, which looks for HTML


def code(template: LiteralString, /, **parts: Code) -> Code:
    """Return fixed source with code in its `{name}` fields; `{{` is a brace.

    Raises:
        TypeError: A part is no code.
    """
    for part in parts.values():
        Code.escape(part)
    return trusted(str.format(template, **parts))


def join(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """Return pieces of code with fixed text between them.

    Raises:
        TypeError: A part is no code.
    """
    return Code(separator).join(parts)


def identifier(text: str) -> Code:
    """Return a name.

    Raises:
        ValueError: The text is no name that Python lets anyone assign to, or one that
            Python reads as another: it applies NFKC to names (PEP 3131).
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
_BIG: Final = 10**4000  # str() of an int stops at 4,300 digits


def literal(value: JsonValue | bytes) -> Code:
    """Return the source of a value, in ASCII, on one line, as black would write it.

    Raises:
        ValueError: A number is not finite.
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
                raise ValueError(f"a number that is not finite has no literal: {value}")
            return repr(value).replace("e+", "e")
        case bytes():
            return "b" + _string(value.decode("latin-1"))
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            entries = (f"{_string(key)}: {_literal(value[key])}" for key in value)
            return f"{{{', '.join(entries)}}}"


def _string(value: str) -> str:
    # Black's choice: double quotes unless single ones need fewer backslashes.
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
    '''Return a whole docstring, from `"""` to `"""`.

    The text is cleaned (see `prose.clean`) and wrapped; its first line is not indented,
    since it stands where the template puts it, and the others are.

    Args:
        text: What it says. Blank lines and indents are kept.
        indent: How deep the docstring stands, in spaces.
        width: The line length.
    '''
    summary, _, rest = clean(text).strip().partition("\n")
    # As inspect.cleandoc and black do it: indents count from the least indented line.
    text = f"{summary}\n{textwrap.dedent(rest)}".strip()
    raw = "\\" in text and '"""' not in text
    escaped = text if raw else text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    # Black puts a space between the quotes and a quote.
    opening = ('r"""' if raw else '"""') + (" " if escaped.startswith('"') else "")
    room = width - indent - len(opening)
    lines = wrap(text, width - indent, room)
    if len(lines) == 1 and len(text) + 4 > room:
        # Black leaves the closing quotes of a single line on it, however long it is.
        lines = wrap(text, width - indent, room - 4)
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in lines).lstrip(" ")
    if not raw:
        body = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if len(lines) > 1:
        return trusted(f'{opening}{body}\n{margin}"""')
    # A quote or an odd backslash at the end would take the closing quotes with it.
    backslashes = len(body) - len(body.rstrip("\\"))
    padded = not body or body.endswith('"') or backslashes % 2
    return trusted(f'{opening}{body} """' if padded else f'{opening}{body}"""')


# Words that tools read in comments (PEP 263 looks for the first anywhere in a line).
_PRAGMA: Final = re.compile(
    r"(coding|\b(?:type|fmt|isort|ruff|flake8|mypy|pyright|pylint|pragma|yapf|noqa"
    r"|nosec|vim?|ex|sourcery|pytype|pyre))(?=[:=])",
    re.IGNORECASE,
)


def comment(text: str, indent: int = 0, width: int = LINE_LENGTH) -> Code:
    """Return lines that each start with `# `, for people and not for tools.

    The text is cleaned and wrapped; the first line is not indented, since it stands
    where the template puts it. `type: ignore` and the like get a space before the
    colon, so that a description cannot switch off a checker or name an encoding.
    """
    text = _PRAGMA.sub(r"\1 ", clean(text).strip())
    lines = wrap(text, width - indent - 2)
    return trusted(f"\n{' ' * indent}".join(f"# {line}".rstrip() for line in lines))
