"""Cached property without a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801 (named like the one of functools)
    """Property whose value is computed on first access and stored in the instance.

    Before Python 3.12, `functools.cached_property` holds a lock that all instances of
    the class share. This class uses no lock: if several threads access the property
    for the first time, each may compute a value, but all of them get the same one.

        class Client(BaseClient):
            @cached_property
            def invoices(self) -> Invoices:
                return Invoices(self)
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
        # A non-data descriptor: later accesses find the value in the instance.
        value: T = vars(instance).setdefault(self._name, self._make(instance))
        return value
