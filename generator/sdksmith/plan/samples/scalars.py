"""Sample scalars that are valid for their schema."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from datetime import date, datetime, time
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from uuid import UUID

from ...model.types import Constraints, Scalar, ScalarKind
from .patterns import match_pattern, text_for_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ...json_data import JsonScalar, JsonValue

_LONGEST: Final = 60
"""Maximum length of a string from the document that is used as a sample."""

_NOTHING: Final = Constraints()
_PLAIN: Final = ("x", "1", "xx", "X", "x1", "Xx1!Xx1!Xx1!", "x.x", "/x", "en", "USD")
_KINDS: Final = {
    ScalarKind.DATE: "2024-01-31",
    ScalarKind.DATETIME: "2024-01-31T12:00:00Z",
    ScalarKind.TIME: "12:00:00Z",
    ScalarKind.DURATION: "PT1H",
    ScalarKind.UUID: "00000000-0000-4000-8000-000000000000",
    ScalarKind.BYTES: "eA==",
    ScalarKind.BASE64URL: "eHh4",
    ScalarKind.PADDED_BASE64URL: "eA==",
    ScalarKind.DECIMAL: "1.50",
    ScalarKind.BINARY: "eA==",
}
_FORMATS: Final = {
    "email": "x@example.com",
    "idn-email": "x@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "uri": "https://example.com/x",
    "url": "https://example.com/x",
    "iri": "https://example.com/x",
    "uri-reference": "/x",
    "iri-reference": "/x",
    "uri-template": "/x",
    "json-pointer": "/x",
    "relative-json-pointer": "0",
    "ipv4": "192.0.2.1",
    "ip": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "cidr": "192.0.2.0/24",
    "int32": "1",
    "int64": "1",
    "uint32": "1",
    "uint64": "1",
    "float": "1.5",
    "double": "1.5",
    "decimal": "1.5",
    "number": "1",
    "date": "2024-01-31",
    "date-time": "2024-01-31T12:00:00Z",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "phone": "+15550100",
}
_SHAPES: Final = {
    "email": r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
    "hostname": r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>{}|\\^`\"]+",
    "url": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>{}|\\^`\"]+",
    "ipv4": r"((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}",
    "ipv6": r"[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]+",
    "int32": r"-?\d+",
    "int64": r"-?\d+",
    "uint32": r"\d+",
    "uint64": r"\d+",
}
_RANGES: Final = {"int32": 2**31, "int64": 2**63}


def is_segment(text: str) -> bool:
    """Return whether a string can be used as a path segment."""
    return (
        bool(text.strip())
        and "/" not in text
        and "\\" not in text
        and text not in {".", ".."}
    )


def make_scalar(
    item: Scalar, hints: Iterable[JsonValue] = (), *, in_path: bool = False
) -> JsonScalar:
    """Return a JSON value that is valid for a scalar type.

    If no valid value is found, the usual value of the kind is returned.

    Args:
        item: The type.
        hints: Values that the document specifies, in order of preference.
        in_path: Whether the value must be usable as a path segment.
    """

    def fits(value: JsonValue) -> bool:
        if in_path and isinstance(value, str) and not is_segment(value):
            return False
        return accepts_scalar(item, value)

    for value in (*hints, *item.meta.examples):
        if _is_short(value) and not isinstance(value, dict | list) and fits(value):
            return value
    candidates = _candidates(item)
    for value in candidates:
        if fits(value):
            return value
    sample = candidates[0]
    if not isinstance(sample, str):
        return sample
    if in_path and not is_segment(sample):
        sample = "x"
    pattern = item.constraints.pattern if item.constraints else ""
    made = text_for_pattern(pattern, fits) if pattern else None
    return _stretched(item, sample, fits) if made is None else made


def _is_short(value: JsonValue) -> bool:
    return not isinstance(value, str) or len(value) <= _LONGEST


def _stretched(item: Scalar, sample: str, fits: Callable[[str], bool]) -> str:
    """Adjust a string to the required length, up to 100,000 characters."""
    said = item.constraints or _NOTHING
    least, most = said.min_length or 0, said.max_length
    if len(sample) < least <= 100_000:
        longer = "x" * (least - len(sample)) + sample
        return longer if fits(longer) else "x" * least
    if most is not None and most < len(sample):
        return sample if item.format or item.kind in _KINDS else "x" * most
    return sample


def _candidates(item: Scalar) -> Sequence[JsonScalar]:
    match item.kind:
        case ScalarKind.STRING if not item.format:
            return _PLAIN
        case ScalarKind.NULL:
            return (None,)
        case ScalarKind.BOOLEAN:
            return (True,)
        case ScalarKind.INTEGER:
            said = item.constraints
            return (1,) if said is None else (1, *_numbers(said, Decimal(1)))
        case ScalarKind.NUMBER | ScalarKind.DECIMAL_NUMBER:
            said = item.constraints or _NOTHING
            return (1.5, 1, *_numbers(said, Decimal("0.5")))
        case kind if kind in _KINDS:
            return (_KINDS[kind],)
        case _:
            common = _FORMATS.get(item.format.lower())
            return _PLAIN if common is None else (common, *_PLAIN)


def _numbers(said: Constraints, step: Decimal) -> Iterator[int | float]:
    """Yield candidates at the ends and in the middle of the allowed range."""
    step = _decimal(said.multiple_of) if said.multiple_of else step
    if step <= 0:
        return
    for lower in (said.minimum, said.exclusive_minimum):
        if lower is not None:
            least = (_decimal(lower) / step).to_integral_value(ROUND_CEILING) * step
            yield from map(_plain, (least, least + step))
    for upper in (said.maximum, said.exclusive_maximum):
        if upper is not None:
            most = (_decimal(upper) / step).to_integral_value(ROUND_FLOOR) * step
            yield from map(_plain, (most, most - step))
    ends = [e for e in (said.minimum, said.exclusive_minimum) if e is not None]
    tops = [e for e in (said.maximum, said.exclusive_maximum) if e is not None]
    if ends and tops:
        yield (max(ends) + min(tops)) / 2
    yield from (0, _plain(step))


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def accepts_scalar(item: Scalar, value: JsonValue) -> bool:
    """Return whether a value is valid for a scalar type."""
    said = item.constraints or _NOTHING
    match item.kind:
        case ScalarKind.STRING:
            return isinstance(value, str) and _accepts_text(item, said, value)
        case ScalarKind.NULL:
            return value is None
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            return isinstance(value, int) and _accepts_number(item, said, value)
        case ScalarKind.NUMBER | ScalarKind.DECIMAL_NUMBER:
            return isinstance(value, int | float) and _accepts_number(item, said, value)
        case ScalarKind.ANY | ScalarKind.UNTYPED:
            return isinstance(value, str | int | float)
        case _:
            return isinstance(value, str) and _accepts_text(item, said, value)


def _accepts_number(item: Scalar, said: Constraints, value: float) -> bool:
    limit = _RANGES.get(item.format.lower()) if item.format else None
    if isinstance(value, bool) or (limit is not None and not -limit <= value < limit):
        return False
    if said is _NOTHING:
        return True
    if said.multiple_of and _decimal(value) % _decimal(said.multiple_of):
        return False
    return (
        (said.minimum is None or value >= said.minimum)
        and (said.maximum is None or value <= said.maximum)
        and (said.exclusive_minimum is None or value > said.exclusive_minimum)
        and (said.exclusive_maximum is None or value < said.exclusive_maximum)
    )


def _accepts_text(item: Scalar, said: Constraints, value: str) -> bool:
    if said is not _NOTHING:
        if len(value) < (said.min_length or 0):
            return False
        if said.max_length is not None and len(value) > said.max_length:
            return False
        if said.pattern and not match_pattern(said.pattern, value):
            return False
    if item.kind is ScalarKind.STRING and not item.format:
        return True
    return _has_format(item.kind, item.format.lower(), value)


@lru_cache(maxsize=4096)
def _has_format(kind: ScalarKind, format_name: str, text: str) -> bool:
    """Return whether a string has a format; a document repeats most of its examples."""
    check = _CHECKS.get(kind)
    if check is not None:
        return check(text)
    shape = _SHAPES.get(format_name)
    return shape is None or re.fullmatch(shape, text) is not None


def _is_date(text: str) -> bool:
    return len(text) == 10 and _parses(date.fromisoformat, text)


def _is_datetime(text: str) -> bool:
    # RFC 3339 requires the offset, which many documents omit.
    is_whole = re.search(r"[Tt].*([Zz]|[+-]\d\d:\d\d)$", text) is not None
    return is_whole and _parses(datetime.fromisoformat, text)


def _is_time(text: str) -> bool:
    is_whole = re.search(r"([Zz]|[+-]\d\d:\d\d)$", text) is not None
    return is_whole and _parses(time.fromisoformat, text)


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and _parses(UUID, text)


def _is_duration(text: str) -> bool:
    return (
        re.fullmatch(r"P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?", text) is not None
    )


def _is_base64(text: str) -> bool:
    try:
        return b64encode(b64decode(text, validate=True)).decode() == text
    except ValueError:
        return False


def _is_base64url(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_-]*={0,2}", text) is not None


def _is_decimal(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


_CHECKS: Final = {
    ScalarKind.DATE: _is_date,
    ScalarKind.DATETIME: _is_datetime,
    ScalarKind.TIME: _is_time,
    ScalarKind.UUID: _is_uuid,
    ScalarKind.DURATION: _is_duration,
    ScalarKind.BYTES: _is_base64,
    ScalarKind.BASE64URL: _is_base64url,
    ScalarKind.PADDED_BASE64URL: _is_base64url,
    ScalarKind.DECIMAL: _is_decimal,
    ScalarKind.BINARY: _is_base64,
}
