"""An attribute that is made at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801 (named like the one of functools)
    """A property whose value is made once for each instance.

    The one of functools takes a lock that all instances of the class share until
    Python 3.12. This one takes none: threads that come first at once may each make a
    value, and all of them get the same one.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[object], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[object]) -> T: ...

    def __get__(self, instance: object | None, owner: type[object]) -> Self | T:
        if instance is None:
            return self
        # Found in the instance from now on: this is no data descriptor.
        value: T = vars(instance).setdefault(self._name, self._make(instance))
        return value
