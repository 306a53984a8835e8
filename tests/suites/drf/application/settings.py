"""Settings of the Django application, without a settings module and a database file."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

from __future__ import annotations

import django
from django.conf import settings


def configure() -> None:
    """Configure Django for this process, once."""
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY="tests",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.suites.drf.application.urls",
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "rest_framework",
            "drf_spectacular",
        ],
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        DATABASES={},
        USE_TZ=True,
        TIME_ZONE="UTC",
        REST_FRAMEWORK={
            "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
            "DEFAULT_AUTHENTICATION_CLASSES": [],
            "DEFAULT_PERMISSION_CLASSES": [],
            "UNAUTHENTICATED_USER": None,
        },
        SPECTACULAR_SETTINGS={
            "TITLE": "Shelf",
            "VERSION": "1.0.0",
            "COMPONENT_SPLIT_REQUEST": True,
            "ENUM_NAME_OVERRIDES": {
                "Genre": "tests.suites.drf.application.serializers.GENRES"
            },
        },
    )
    django.setup()
