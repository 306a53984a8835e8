"""Names of generic types."""

from __future__ import annotations

import pytest
from sdksmith.plan.naming.components.generics import read_runs
from sdksmith.plan.naming.components.packages import read_qualifiers

ASSEMBLY = ", Acme, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        (f"Page`1[[Acme.User{ASSEMBLY}]]", "PageUser"),
        (f"Acme.Shop.Page`1[[Acme.Sales.Order{ASSEMBLY}]]", "PageOrder"),
        (
            "System.Dictionary`2[[System.String, mscorlib],[Acme.User, Acme.Data]]",
            "DictionaryStringUser",
        ),
        ("Pair`2[[A, X],[B, X]]", "PairAB"),
        ("github_com_acme_dto.Page-github_com_acme_User", "PageUser"),
        ("github_com_acme_shop_internal_dto.Order", "Order"),
        ("dto.Page[github.com/acme/shop/models.User]", "PageUser"),
        ("dto.Page[models.User]", "PageUser"),
    ],
)
def test_generic_type_is_named_after_its_parts(name: str, made: str) -> None:
    assert read_qualifiers([name]).class_names(name)[0] == made


def test_underscores_alone_are_no_import_path() -> None:
    assert [run.segments for run in read_runs("login_user.Response")] == [
        ("login_user", "Response")
    ]
