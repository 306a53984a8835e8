"""Views of the application: each returns what it received."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status, viewsets
from rest_framework.authentication import BasicAuthentication, TokenAuthentication
from rest_framework.exceptions import NotFound
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .serializers import (
    SHAPE,
    BookSerializer,
    ChangeSerializer,
    FormSerializer,
    QuerySerializer,
    SeenSerializer,
    TokenRequestSerializer,
    UploadSerializer,
    UploadSeveralSerializer,
    ValueSerializer,
    example,
)


def see(request: Request, values: object) -> Response:
    """Return a request as the application received it."""
    return Response({"target": request.get_full_path(), "values": show(values)})


def show(value: Any) -> str:
    """Return the Python source of a value; times are ISO 8601."""
    if isinstance(value, dict):
        return ", ".join(f"{name}={show(item)}" for name, item in value.items())
    if isinstance(value, list):
        return "[" + ", ".join(map(show, value)) + "]"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if hasattr(value, "content_type"):
        return repr((value.name, value.content_type, value.read()))
    return repr(value)


def validated(serializer: Any) -> Any:
    """Return the values of a serializer.

    Raises:
        ValidationError: If they are not valid; DRF responds with 400.
    """
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


class BookViewSet(viewsets.ViewSet):
    """Books; none are stored."""

    serializer_class = BookSerializer

    @extend_schema(responses=BookSerializer(many=True))
    def list(self, request: Request) -> Response:
        return Response([BookSerializer({"id": 1, **example()}).data])

    @extend_schema(
        request=BookSerializer,
        responses={201: BookSerializer, 400: OpenApiTypes.OBJECT},
    )
    def create(self, request: Request) -> Response:
        values = validated(BookSerializer(data=request.data))
        return Response(
            BookSerializer({"id": 2, **values}).data, status.HTTP_201_CREATED
        )

    @extend_schema(
        parameters=[OpenApiParameter("id", int, "path")], responses=BookSerializer
    )
    def retrieve(self, request: Request, pk: str) -> Response:
        if pk == "404":
            raise NotFound
        return Response(BookSerializer({"id": int(pk), **example()}).data)

    @extend_schema(
        parameters=[OpenApiParameter("id", int, "path")],
        request=BookSerializer,
        responses=BookSerializer,
    )
    def update(self, request: Request, pk: str) -> Response:
        values = validated(BookSerializer(data=request.data))
        return Response(BookSerializer({"id": int(pk), **values}).data)

    @extend_schema(
        parameters=[OpenApiParameter("id", int, "path")], responses={204: None}
    )
    def destroy(self, request: Request, pk: str) -> Response:
        return Response(status=status.HTTP_204_NO_CONTENT)


class ValueView(APIView):
    """One value per type."""

    @extend_schema(responses=ValueSerializer)
    def get(self, request: Request) -> Response:
        since = dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
        values = {
            "key": UUID("12345678-1234-5678-1234-567812345678"),
            "text_price": Decimal("1234567890123456789012.1234567890"),
            "number_price": Decimal("9.90"),
            "ratio": 10.0,
            "active": True,
            "maybe": None,
            "since": since,
            "day": since.date(),
            "at": since.time(),
            "every": dt.timedelta(days=1, hours=2, minutes=3, seconds=4.5),
            "genre": "dark blue",
            "level": 10,
            "several": {"novel", "poetry"},
            "address": "127.0.0.1",
            "link": "http://127.0.0.1/a",
            "mail": "a@example.org",
            "slug": "a-b",
            "numbers": [1, 2],
            "counts": {"a": 1},
            "anything": {"a": [1, None]},
            "note": None,
        }
        return Response(ValueSerializer(values).data)

    @extend_schema(request=ValueSerializer, responses=SeenSerializer)
    def post(self, request: Request) -> Response:
        return see(request, validated(ValueSerializer(data=request.data)))


class ValueImportView(APIView):
    """Values in a list."""

    @extend_schema(request=ValueSerializer(many=True), responses=SeenSerializer)
    def post(self, request: Request) -> Response:
        (values,) = validated(ValueSerializer(data=request.data, many=True))
        return see(request, values)


class QueryView(APIView):
    """A query string that a serializer reads."""

    @extend_schema(parameters=[QuerySerializer], responses=SeenSerializer)
    def get(self, request: Request) -> Response:
        values = validated(QuerySerializer(data=request.query_params))
        given = {
            name: value for name, value in values.items() if value not in (None, [])
        }
        return see(request, given)


class ChangeView(APIView):
    """A change of some fields."""

    @extend_schema(request=ChangeSerializer, responses=SeenSerializer)
    def patch(self, request: Request, key: UUID) -> Response:
        values = validated(ChangeSerializer(data=request.data, partial=True))
        return see(request, {"key": key, **values})


class DayView(APIView):
    """Parameters in the path."""

    @extend_schema(
        parameters=[
            OpenApiParameter("number", int, "path"),
            OpenApiParameter("day", dt.date, "path"),
        ],
        responses=SeenSerializer,
    )
    def get(self, request: Request, number: int, day: str) -> Response:
        return see(request, {"number": number, "day": day})


class TreeView(APIView):
    """A path parameter with slashes."""

    @extend_schema(
        parameters=[OpenApiParameter("place", str, "path", pattern="^.+$")],
        responses=SeenSerializer,
    )
    def get(self, request: Request, place: str) -> Response:
        return see(request, {"place": place})


class UploadView(APIView):
    """One file with fields."""

    parser_classes: ClassVar[Any] = [MultiPartParser]

    @extend_schema(request=UploadSerializer, responses=SeenSerializer)
    def post(self, request: Request) -> Response:
        return see(request, validated(UploadSerializer(data=request.data)))


class UploadSeveralView(APIView):
    """Several files."""

    parser_classes: ClassVar[Any] = [MultiPartParser]

    @extend_schema(request=UploadSeveralSerializer, responses=SeenSerializer)
    def post(self, request: Request) -> Response:
        return see(request, validated(UploadSeveralSerializer(data=request.data)))


class FormView(APIView):
    """A form."""

    parser_classes: ClassVar[Any] = [FormParser]

    @extend_schema(request=FormSerializer, responses=SeenSerializer)
    def post(self, request: Request) -> Response:
        return see(request, validated(FormSerializer(data=request.data)))


class BinaryRenderer(BaseRenderer):
    """Accept a request for bytes; the view makes the response itself."""

    media_type = "application/octet-stream"
    format = "bin"


class DownloadView(APIView):
    """A binary response."""

    renderer_classes: ClassVar[Any] = [BinaryRenderer]

    @extend_schema(
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(b"\x00\xff", content_type="application/octet-stream")


class ShapeView(APIView):
    """Variants."""

    @extend_schema(request=SHAPE, responses=SHAPE)
    def post(self, request: Request) -> Response:
        if request.data == {"kind": "square", "side": 0}:
            return Response({"kind": "hexagon", "side": 3})
        return Response(request.data)


class ScoreView(APIView):
    """A map at the root of a request and of a response."""

    @extend_schema(
        request={"application/json": {"type": "object", "additionalProperties": {}}},
        responses={(200, "application/json"): OpenApiTypes.OBJECT},
    )
    def post(self, request: Request) -> Response:
        return Response(request.data)


class LabelView(APIView):
    """A list at the root of a request; a scalar at the root of a response."""

    @extend_schema(
        request=ChangeSerializer(many=True), responses={200: OpenApiTypes.INT}
    )
    def post(self, request: Request) -> Response:
        values = validated(ChangeSerializer(data=request.data, many=True))
        return Response(len(values))


class User:
    """A user that is not stored."""

    is_authenticated = True

    def __init__(self, name: str) -> None:
        self.name = name


class Basic(BasicAuthentication):
    """Basic authentication without a database."""

    def authenticate_credentials(
        self, userid: str, password: str, request: Any = None
    ) -> Any:
        return User(f"{userid}:{password}"), None


class BasicScheme(OpenApiAuthenticationExtension):
    """The security scheme of `Basic` in the document."""

    target_class = Basic
    name = "basicAuth"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "basic"}


class Token(TokenAuthentication):
    """DRF's tokens, without a database."""

    def authenticate_credentials(self, key: str) -> Any:
        return User(key), key


class TokenView(APIView):
    """A token for a user name and a password."""

    @extend_schema(request=TokenRequestSerializer, responses=TokenRequestSerializer)
    def post(self, request: Request) -> Response:
        values = validated(TokenRequestSerializer(data=request.data))
        return Response({"token": f"{values['username']}-token"})


class BasicView(APIView):
    """Basic authentication or a token."""

    authentication_classes: ClassVar[Any] = [Basic, Token]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(responses={200: str})
    def get(self, request: Request) -> Response:
        return Response(request.user.name)


class HeaderView(APIView):
    """Headers and cookies."""

    @extend_schema(
        parameters=[
            OpenApiParameter("X-Count", int, "header"),
            OpenApiParameter("X-Since", dt.datetime, "header"),
            OpenApiParameter("visits", int, "cookie"),
        ],
        responses=SeenSerializer,
    )
    def get(self, request: Request) -> Response:
        names = ("HTTP_X_COUNT", "HTTP_X_SINCE")
        found = {name: request.META[name] for name in names if name in request.META}
        return see(request, {**found, **request.COOKIES})
