"""Default names of packages and distributions."""

from __future__ import annotations

import pytest
from sdksmith.config.package_names import default_distribution, default_package


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Parcel Service", "parcel_service"),
        ("parcelService v2", "parcel_service_v2"),
        ("Größe", "grosse"),
        ("Email", "email_client"),
        ("class", "class_client"),
        ("2Checkout", "api_2_checkout"),
        ("A title that is a whole sentence of words", "a_title_that_is_a"),
        ("你好", "api_client"),
        ("", "api_client"),
        ("!!!", "api_client"),
        ("con", "con_client"),
        ("LPT1", "lpt1_client"),
        ("tests", "tests_client"),
        ("Packaging", "packaging_client"),
        ("a" * 300, "a" * 64),
        ("a" * 40 + " " + "b" * 40, "a" * 40),
    ],
)
def test_default_package_is_named_after_the_title(title: str, package: str) -> None:
    assert default_package(title) == package


def test_default_distribution_is_named_after_the_package() -> None:
    assert default_distribution("parcel_service") == "parcel-service"
