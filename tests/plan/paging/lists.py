"""Detection of pagination in operations that are built from short descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import asdict, replace
from sdksmith.model.api import Body, Content, Header, Parameter, Place, Response
from sdksmith.model.paging_hints import PagingHints, PagingKind
from sdksmith.model.types import Constraints, Scalar, ScalarKind, TypeId
from sdksmith.plan.paging.detection import InvalidHints, find_paging, read_hints

from tests.plan.builder import ApiBuilder, parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdksmith.model.api import Api, Operation
    from sdksmith.plan.paging.data import Paging

Shape: TypeAlias = "ScalarKind | list[Shape] | dict[str, Shape]"
"""A scalar kind, `[item]` for a list, or properties with their shapes."""
Query: TypeAlias = str | tuple[str, ScalarKind] | tuple[str, ScalarKind, dict[str, Any]]
"""A query parameter: its name, its kind (default: string) and other properties."""

TEXT, NUMBER, FLAG = ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.BOOLEAN
ITEM: dict[str, Shape] = {"id": TEXT, "name": TEXT}


class ListApi(ApiBuilder):
    """Builder of an API with one operation."""

    def shape(self, shape: Shape) -> TypeId:
        """Add a type of the given shape."""
        if isinstance(shape, list):
            return self.list_of(self.shape(shape[0]))
        if isinstance(shape, dict):
            fields = {name: self.shape(part) for name, part in shape.items()}
            return self.record(None, "Response", str(len(self.types)), **fields)
        return self.scalar(shape)

    def query(
        self,
        name: str,
        kind: ScalarKind,
        properties: Mapping[str, Any],
    ) -> Parameter:
        """Return a query parameter with the given properties."""
        more = dict(properties)
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


def build(
    shape: Shape | None,
    *query: Query,
    body: Shape | None = None,
    method: str = "GET",
    path: str = "/things",
    headers: tuple[str, ...] = (),
    hints: PagingHints | None = None,
) -> tuple[Api, Operation]:
    """Return an operation and its API.

    Args:
        shape: Shape of the response; None if it has no schema.
        query: Query parameters.
        body: Shape of the JSON body.
        method: The HTTP method.
        path: The path.
        headers: Names of response headers.
        hints: Pagination hints of the document.
    """
    api = ListApi()
    given = [api.query(*_whole(item)) for item in query]
    content = () if shape is None else (Content("application/json", api.shape(shape)),)
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
    return api.build(), operation


def find(shape: Shape | None, *query: Query, **more: Any) -> Paging | None:
    """Return the pagination of an operation, with the arguments of `build`."""
    return find_paging(*build(shape, *query, **more))


def read(shape: Shape | None, *query: Query, hints: PagingHints) -> str:
    """Return the reason why hints cannot be used."""
    found = read_hints(*build(shape, *query), hints)
    assert isinstance(found, InvalidHints)
    return found.reason


LIMIT = ("limit", NUMBER)


def detect(shape: Shape | None, *query: Query, **more: Any) -> dict[str, object]:
    """Return the detected pagination without default values."""
    paging = find(shape, *query, **more)
    if paging is None:
        return {}
    found = {key: value for key, value in asdict(paging).items() if value}
    found["kind"], found["items"] = str(paging.kind), paging.items.pointer
    if paging.kind in {PagingKind.NUMBER, PagingKind.OFFSET}:
        found["first"] = paging.first
    return found


def envelope(**more: Shape) -> dict[str, Shape]:
    return {"data": [ITEM], **more}
