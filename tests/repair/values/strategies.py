"""Values and types for property-based tests."""

from __future__ import annotations

from hypothesis import strategies as st

TYPES = ["string", "integer", "number", "boolean", "array", "object"]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(-5, 5).map(lambda value: round(value, 1)),
    st.sampled_from(["", "a", "ab", "1", "true", "2020-02-30", "2020-02-03", "x@y"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
