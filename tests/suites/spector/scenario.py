"""Sets of calls, and checks of their results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ClientT = TypeVar("ClientT")


class WrongValueError(AssertionError):
    """Raised when a decoded value is not the one that the scenario returns."""


@dataclass(frozen=True)
class CallSet(Generic[ClientT]):
    """Calls of one client.

    Attributes:
        client: The sync client.
        async_client: The async client. Its methods are called by the same functions.
        calls: A function for each scenario. It makes all calls of the scenario and
            returns None, as `same` does.
        make: Creates the client for a server, if it needs more than a base URL.
    """

    client: type[ClientT]
    async_client: type
    calls: Mapping[str, Callable[[ClientT], None]]
    make: Callable[[type[ClientT], str], ClientT] | None = None

    def open(self, url: str, *, is_async: bool) -> Any:
        """Return a client for the server at a URL."""
        chosen: Any = self.async_client if is_async else self.client
        if self.make is not None:
            return self.make(cast("type[ClientT]", chosen), url)
        return chosen(base_url=url, max_retries=0, timeout=10)


@dataclass(frozen=True)
class Like:
    """The expected class and properties of a model.

    A second instance of the model would not do: its constructor changes values as
    decoding does, so both would be wrong in the same way.
    """

    model: type
    properties: dict[str, object] = field(default_factory=dict[str, object])

    def __repr__(self) -> str:
        items = [f"{name}={value!r}" for name, value in self.properties.items()]
        return f"{self.model.__name__}({', '.join(items)})"


def like(model: type, /, **properties: object) -> Like:
    """Return the expectation of a model, by the Python names of its properties."""
    return Like(model, properties)


def same(actual: object, expected: object) -> None:
    """Check that a decoded value and its type are as expected, at every depth.

    Raises:
        WrongValueError: If they are not.
    """
    _compare(actual, expected, "")


def fails(status: int, body: object, call: Callable[[], object]) -> None:
    """Check that a call raises the error of a status with a body.

    Raises:
        WrongValueError: If it does not.
    """
    try:
        call()
    except Exception as error:
        if getattr(error, "status_code", None) != status:
            raise
        same(getattr(error, "body", None), body)
    else:
        raise WrongValueError(f"expected an error with status {status}")


def _compare(actual: Any, expected: Any, path: str) -> None:
    if isinstance(expected, Like):
        _compare_model(actual, expected, path)
        return
    if type(actual) is not type(expected):
        raise _wrong(actual, expected, path)
    if isinstance(expected, dict | list):
        parts = _parts(cast("Any", expected))
        found = _parts(actual)
        if found.keys() != parts.keys():
            raise _wrong(actual, parts, path)
        for key, item in parts.items():
            _compare(found[key], item, f"{path}[{key!r}]")
    elif actual != expected:
        raise _wrong(actual, expected, path)


def _compare_model(actual: Any, expected: Like, path: str) -> None:
    model: Any = expected.model
    if type(actual) is not model:
        raise _wrong(actual, expected, path)
    names: set[str] = {*actual.model_fields_set, *(actual.model_extra or {})}
    if names != expected.properties.keys():
        raise _wrong(sorted(names), sorted(expected.properties), path)
    for name, item in expected.properties.items():
        _compare(getattr(actual, name), item, f"{path}.{name}")


def _parts(value: Any) -> dict[object, object]:
    if isinstance(value, dict):
        return cast("dict[object, object]", value)
    return dict(enumerate(cast("list[object]", value)))


def _wrong(actual: object, expected: object, path: str) -> WrongValueError:
    place = f" at {path}" if path else ""
    return WrongValueError(f"returned {actual!r}{place}, expected {expected!r}")
