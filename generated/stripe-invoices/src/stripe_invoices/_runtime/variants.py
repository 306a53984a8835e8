"""Unions whose members are told apart by a property."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

from pydantic import BaseModel, Discriminator, GetCoreSchemaHandler, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OTHERS = ""


def _union(members: Iterable[Any]) -> Any:
    return reduce(lambda left, right: left | right, members)


class Variants:
    """The discriminator of a union (OpenAPI 3.1, section 4.8.25), as an annotation.

        Pet: TypeAlias = Annotated[
            Cat | Dog | Model, Variants("kind", {"cat": Cat, "dog": Dog})
        ]

    A value of the property that the mapping does not have is decoded as one of the
    members that the mapping does not name, or as the best fit where it names them all.
    """

    def __init__(
        self, property_name: str, mapping: Mapping[str, type[BaseModel]]
    ) -> None:
        """Describe the union.

        Args:
            property_name: The wire name of the property that tells.
            mapping: Value of the property -> the class it means.
        """
        self.property_name = property_name
        self.mapping = dict(mapping)
        # Several values may mean one class.
        classes = list(dict.fromkeys(self.mapping.values()))
        self._tags = {model: f"{index}" for index, model in enumerate(classes)}

    def choose(self, value: object) -> type[BaseModel] | None:
        """Return the class that a value says it is, or None when it says no known one.

        Args:
            value: Decoded JSON, or an instance of a member.
        """
        if isinstance(value, BaseModel):
            return next(
                (kind for kind in type(value).mro() if kind in self._tags), None
            )
        if not isinstance(value, dict):
            return None
        kind = cast("dict[str, object]", value).get(self.property_name)
        if isinstance(kind, bool):
            kind = "true" if kind else "false"
        return self.mapping.get(str(kind))

    def _find_tag(self, value: object) -> str:
        chosen = self.choose(value)
        return _OTHERS if chosen is None else self._tags[chosen]

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> Any:
        """Build the validator: a tagged union in which everything has a tag."""
        members = get_args(source) or (source,)
        others = tuple(member for member in members if member not in self._tags)
        choices: list[Any] = [
            Annotated[model, Tag(tag)] for model, tag in self._tags.items()
        ]
        choices.append(Annotated[_union(others or members), Tag(_OTHERS)])
        tagged: Any = Annotated[_union(choices), Discriminator(self._find_tag)]
        return handler.generate_schema(tagged)
