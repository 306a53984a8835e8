"""Members of the `ErrorCode` enumeration."""

from __future__ import annotations

import pytest
from sdksmith.model.api import ErrorCode
from sdksmith.plan.error_codes import plan_error_codes
from sdksmith.text.pysource import literal


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        ({"96": "Invalid signature - It was wrong."}, ["INVALID_SIGNATURE = 96"]),
        ({"98": "Login failed / Invalid token - No."}, ["LOGIN_FAILED = 98"]),
        ({"111": 'Format "xxx" not found'}, ["FORMAT_NOT_FOUND = 111"]),
        ({"1": "Not found. Sorry.", "2": ""}, ["NOT_FOUND = 1", "CODE_2 = 2"]),
        ({"E1": "No", "7": "Yes"}, ['NO = "E1"', 'YES = "7"']),
        ({"007": "Bond"}, ['BOND = "007"']),
        ({"1": "Failed", "2": "Failed"}, ["CODE_1 = 1", "CODE_2 = 2"]),
        ({"-1": "2 of them failed"}, ["CODE_MINUS_1 = -1"]),
    ],
)
def test_names_and_values_of_error_codes(
    codes: dict[str, str], names: list[str]
) -> None:
    views = plan_error_codes([ErrorCode(*item) for item in codes.items()])
    assert [f"{view.name} = {literal(view.value)}" for view in views] == names
