"""Documents with their keys in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from sdksmith.json_data import JsonValue


def shuffle_keys(value: JsonValue, random: Random) -> JsonValue:
    """Return a value with shuffled keys of its objects."""
    if isinstance(value, list):
        return [shuffle_keys(item, random) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    random.shuffle(keys)
    return {key: shuffle_keys(value[key], random) for key in keys}
