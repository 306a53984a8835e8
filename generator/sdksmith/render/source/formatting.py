"""Format single statements with black."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...text.pysource import LINE_LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT: Final = 4
_BODY: Final = f"\n{' ' * _INDENT}pass"


def format_statement(statement: str, indent: int) -> Sequence[str]:
    """Return the lines of a statement as formatted by black, without its indentation.

    Args:
        statement: A simple statement, the head of a compound statement up to its
            colon, or an item of a display followed by a comma.
        indent: Indentation of the statement in spaces.

    Raises:
        black.InvalidInput: If the statement is not valid Python.
    """
    # Importing black takes 0.2 s, and most clients have no statement that needs it.
    import black
    from black.mode import Mode, TargetVersion

    # Indentation only shortens the lines; black's output depends on it in no other way.
    is_item = statement.endswith(",")
    depth = indent - _INDENT if is_item else indent
    mode = Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH - depth)
    if is_item:
        lines = black.format_str(f"{{\n{statement}\n}}", mode=mode).splitlines()
        return [line[_INDENT:] for line in lines[1:-1]]
    if statement.endswith(":"):
        lines = black.format_str(statement + _BODY, mode=mode).splitlines()
        return lines[:-1]
    return black.format_str(statement, mode=mode).splitlines()
