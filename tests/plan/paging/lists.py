"""Operations that return lists, built from a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import asdict, replace
from sdksmith.model.api import Body, Content, Header, Parameter, Place, Response
from sdksmith.model.paging_hints import PagingHints, PagingKind
from sdksmith.model.types import Constraints, Scalar, ScalarKind, TypeId
from sdksmith.plan.paging.detection import find_paging

from tests.plan.builder import ApiBuilder, parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdksmith.plan.paging.data import Paging

Shape: TypeAlias = "ScalarKind | list[Shape] | dict[str, Shape]"
"""A scalar kind, `[item]` for a list, or properties with their shapes."""
Query: TypeAlias = str | tuple[str, ScalarKind] | tuple[str, ScalarKind, dict[str, Any]]
"""A query parameter: its name, its kind unless it is text, and what else is said."""

TEXT, NUMBER, FLAG = ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.BOOLEAN
ITEM: dict[str, Shape] = {"id": TEXT, "name": TEXT}


class ListApi(ApiBuilder):
    """Builds an API with one operation."""

    def shape(self, shape: Shape) -> TypeId:
        """Add what a few words describe."""
        if isinstance(shape, list):
            return self.list_of(self.shape(shape[0]))
        if isinstance(shape, dict):
            fields = {name: self.shape(part) for name, part in shape.items()}
            return self.record(None, "Answer", str(len(self.types)), **fields)
        return self.scalar(shape)

    def query(
        self,
        name: str,
        kind: ScalarKind,
        said: Mapping[str, Any],
    ) -> Parameter:
        """Return a query parameter, with what else is said of it."""
        more = dict(said)
        minimum = more.pop("minimum", None)
        limits = None if minimum is None else Constraints(minimum=minimum)
        type_id = self.add(Scalar(self.meta(), kind, constraints=limits))
        return parameter(name, Place.QUERY, type_id, **more)

    def header(self, name: str) -> Header:
        return Header(name, self.scalar())


def _whole(query: Query) -> tuple[str, ScalarKind, dict[str, Any]]:
    if isinstance(query, str):
        return query, TEXT, {}
    return query if len(query) == 3 else (*query, {})


def find(
    answer: Shape | None,
    *query: Query,
    body: Shape | None = None,
    method: str = "GET",
    path: str = "/things",
    headers: tuple[str, ...] = (),
    hints: PagingHints | None = None,
) -> Paging | None:
    """Return how the list of an operation comes in pages.

    Args:
        answer: What it answers with, in a few words; None for nobody says.
        query: Its query parameters: names, kinds, and what else is said of them.
        body: The properties of its JSON body.
        method: The method.
        path: The path.
        headers: The headers of its answer.
        hints: What the document says.
    """
    api = ListApi()
    given = [api.query(*_whole(item)) for item in query]
    content = (
        () if answer is None else (Content("application/json", api.shape(answer)),)
    )
    response = Response("200", content, tuple(map(api.header, headers)))
    operation = replace(
        api.operation(method, path, parameters=given, responses=(response,)),
        body=(
            None
            if body is None
            else Body(
                required=False,
                contents=(Content("application/json", api.shape(body)),),
            )
        ),
        paging=hints,
    )
    return find_paging(api.build(), operation)


LIMIT = ("limit", NUMBER)


def said(answer: Shape | None, *query: Query, **more: Any) -> dict[str, object]:
    """Return what was found, without what is as usual."""
    paging = find(answer, *query, **more)
    if paging is None:
        return {}
    found = {key: value for key, value in asdict(paging).items() if value}
    found["kind"], found["items"] = str(paging.kind), paging.items.pointer
    if paging.kind in {PagingKind.NUMBER, PagingKind.OFFSET}:
        found["first"] = paging.first
    return found


def envelope(**more: Shape) -> dict[str, Shape]:
    return {"data": [ITEM], **more}
