"""Serializers of the application."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers

GENRES = [("novel", "A novel"), ("poetry", "Poems"), ("dark blue", "Another")]


class SeenSerializer(serializers.Serializer[Any]):
    """A request as the application received it.

    `target` is the path with the query, `values` Python source of what was received.
    """

    target = serializers.CharField()
    values = serializers.CharField()


class BookSerializer(serializers.Serializer[Any]):
    """A book; drf-spectacular has a schema for requests and one for responses."""

    id = serializers.IntegerField(read_only=True)
    title = serializers.CharField(max_length=100)
    price = serializers.DecimalField(max_digits=30, decimal_places=2)
    genre = serializers.ChoiceField(choices=GENRES, default="novel")
    published = serializers.DateField(required=False, allow_null=True)
    secret = serializers.CharField(write_only=True, required=False)
    tags = serializers.ListField(child=serializers.CharField(), default=list)


class ValueSerializer(serializers.Serializer[Any]):
    """One field per type."""

    key = serializers.UUIDField()
    text_price = serializers.DecimalField(max_digits=40, decimal_places=10)
    number_price = serializers.DecimalField(
        max_digits=10, decimal_places=2, coerce_to_string=False
    )
    ratio = serializers.FloatField()
    active = serializers.BooleanField()
    maybe = serializers.BooleanField(allow_null=True)
    since = serializers.DateTimeField()
    day = serializers.DateField()
    at = serializers.TimeField()
    every = serializers.DurationField()
    genre = serializers.ChoiceField(choices=GENRES)
    level = serializers.ChoiceField(choices=[(1, "low"), (10, "high")])
    several = serializers.MultipleChoiceField(choices=GENRES)
    address = serializers.IPAddressField()
    link = serializers.URLField()
    mail = serializers.EmailField()
    slug = serializers.SlugField()
    numbers = serializers.ListField(child=serializers.IntegerField())
    counts = serializers.DictField(child=serializers.IntegerField())
    anything = serializers.JSONField()
    note = serializers.CharField(required=False, allow_null=True, allow_blank=True)


class QuerySerializer(serializers.Serializer[Any]):
    """A query string."""

    text = serializers.CharField(required=False, allow_blank=True)
    number = serializers.IntegerField(required=False)
    price = serializers.DecimalField(max_digits=9, decimal_places=2, required=False)
    since = serializers.DateTimeField(required=False)
    day = serializers.DateField(required=False)
    every = serializers.DurationField(required=False)
    key = serializers.UUIDField(required=False)
    active = serializers.BooleanField(required=False, allow_null=True, default=None)
    genre = serializers.ChoiceField(choices=GENRES, required=False)
    genres = serializers.MultipleChoiceField(choices=GENRES, required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    ratio = serializers.FloatField(required=False)


class ChangeSerializer(serializers.Serializer[Any]):
    """A change; PATCH makes all fields optional."""

    name = serializers.CharField(allow_null=True)
    price = serializers.DecimalField(max_digits=9, decimal_places=2)


class UploadSerializer(serializers.Serializer[Any]):
    """A file with fields."""

    file = serializers.FileField()
    title = serializers.CharField()
    price = serializers.DecimalField(max_digits=9, decimal_places=2, required=False)
    since = serializers.DateTimeField(required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    active = serializers.BooleanField(required=False)


class UploadSeveralSerializer(serializers.Serializer[Any]):
    """Several files."""

    files = serializers.ListField(child=serializers.FileField())


class FormSerializer(serializers.Serializer[Any]):
    """A form."""

    name = serializers.CharField()
    price = serializers.DecimalField(max_digits=9, decimal_places=2, required=False)
    day = serializers.DateField(required=False)
    since = serializers.DateTimeField(required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    active = serializers.BooleanField(required=False, allow_null=True, default=None)


class CircleSerializer(serializers.Serializer[Any]):
    """A variant."""

    kind = serializers.ChoiceField(choices=["circle"])
    radius = serializers.DecimalField(max_digits=9, decimal_places=2)


class SquareSerializer(serializers.Serializer[Any]):
    """Another variant."""

    kind = serializers.ChoiceField(choices=["square"])
    side = serializers.IntegerField()


SHAPE = PolymorphicProxySerializer(
    component_name="Shape",
    serializers={"circle": CircleSerializer, "square": SquareSerializer},
    resource_type_field_name="kind",
)


class TokenRequestSerializer(serializers.Serializer[Any]):
    """As in `rest_framework.authtoken`."""

    username = serializers.CharField(write_only=True)
    password = serializers.CharField(write_only=True)
    token = serializers.CharField(read_only=True)


def example() -> dict[str, Any]:
    """Return a book without its id."""
    return {"title": "A", "price": Decimal("9.90"), "genre": "poetry", "tags": ["a"]}
