"""JSON texts for tests of positions."""

from __future__ import annotations

import json
from itertools import product

import yaml
from hypothesis import strategies as st
from sdksmith.json_data import JsonValue

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_characters="\x7f\ufeff\ufffe\uffff",
    exclude_categories=["Cc"],
)
STRINGS = st.text(CHARACTERS | st.sampled_from('/~"\\{}[],:#'), max_size=6)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | STRINGS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(STRINGS, inner, max_size=4),
    max_leaves=12,
)
# Half of the draws are blanks. Drawing one of all texts takes a quarter of the time that
# drawing its characters takes.
BLANKS = st.sampled_from(
    ["".join(text) for size in range(4) for text in product(" \n", repeat=size)]
    + ["\r\n  "]
)


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """Draw JSON with arbitrary whitespace and repeated keys."""
    return (
        draw(BLANKS)
        + write(draw, draw(st.dictionaries(STRINGS, VALUES)))
        + draw(BLANKS)
    )


def write(draw: st.DrawFn, value: JsonValue) -> str:
    def blank() -> str:
        return draw(BLANKS)

    if isinstance(value, dict):
        pairs = list(value.items())
        if pairs and draw(st.integers(0, 3)) == 0:
            pairs.append(draw(st.sampled_from(pairs)))
        written = [
            f"{blank()}{json.dumps(key, ensure_ascii=draw(st.booleans()))}{blank()}:"
            f"{blank()}{write(draw, item)}{blank()}"
            for key, item in pairs
        ]
        return "{" + ",".join(written) + blank() + "}"
    if isinstance(value, list):
        items = [f"{blank()}{write(draw, item)}{blank()}" for item in value]
        return "[" + ",".join(items) + blank() + "]"
    return json.dumps(value, ensure_ascii=draw(st.booleans()))


def is_yaml(text: str) -> bool:
    """Return whether PyYAML reads `text` as the json module does.

    PyYAML does not join surrogate pairs, and knows more line separators.
    """
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return not set(text) & set("\x85\u2028\u2029") and "\\ud" not in text
