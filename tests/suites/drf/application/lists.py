"""Lists in the three styles of pagination that the framework has."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

from typing import Any

from rest_framework import generics, pagination, serializers


class RowSerializer(serializers.Serializer[Any]):
    """A row of 7."""

    row_id = serializers.IntegerField()


class NumberedRowSerializer(RowSerializer):
    """A row of numbered pages; drf-spectacular names the page after it."""


class OffsetRowSerializer(RowSerializer):
    """A row of pages with offsets."""


class CursorRowSerializer(RowSerializer):
    """A row of pages with cursors."""


class Numbered(pagination.PageNumberPagination):
    """Page numbers: count, next, previous, results."""

    page_size = 3
    page_size_query_param = "page_size"


class Offset(pagination.LimitOffsetPagination):
    """Limit and offset: count, next, previous, results."""

    default_limit = 3


class Cursor(pagination.CursorPagination):
    """A cursor: next, previous, results. Without a database, it is over a list."""

    page_size = 3

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> Any:
        token = request.query_params.get("cursor") or "row-0"
        start = int(token.removeprefix("row-"))
        end = start + 3
        base = request.build_absolute_uri(request.path)
        self.following = f"{base}?cursor=row-{end}" if end < len(queryset) else None
        return queryset[start:end]

    def get_next_link(self) -> Any:
        return self.following

    def get_previous_link(self) -> Any:
        return None


class ListView(generics.ListAPIView[Any]):
    """A list of rows."""

    serializer_class = RowSerializer

    def get_queryset(self) -> Any:
        return [{"row_id": number} for number in range(7)]


class NumberedView(ListView):
    """Pages with numbers."""

    serializer_class = NumberedRowSerializer
    pagination_class = Numbered


class OffsetView(ListView):
    """Pages with offsets."""

    serializer_class = OffsetRowSerializer
    pagination_class = Offset


class CursorView(ListView):
    """Pages with cursors."""

    serializer_class = CursorRowSerializer
    pagination_class = Cursor


class BareView(ListView):
    """A list without pages."""

    pagination_class = None
