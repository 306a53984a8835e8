"""Settings about lists in pages, from the file to the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.config.overrides import apply_operations
from sdksmith.config.settings import (
    OperationSettings,
    PagingBy,
    PagingSettings,
    Settings,
    SettingsError,
)
from sdksmith.config.settings_file import read_settings
from sdksmith.load import load_document
from sdksmith.model.build import build_api
from sdksmith.model.paging_hints import PagingHints, PagingKind
from sdksmith.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sdksmith.model.api import Api

SPEC = """\
openapi: 3.0.3
info: {title: Parcels, version: "1"}
paths:
  /parcels:
    get:
      operationId: getParcels
      parameters: [{name: resume, in: query, schema: {type: string}}]
      responses:
        200:
          description: Parcels.
          content:
            application/json:
              schema:
                type: object
                properties: {parcels: {type: array, items: {type: string}}}
"""
TABLE = '[operations."GET /parcels".paging]\nby = "cursor"\nparameter = "resume"\n'


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "sdksmith.toml"
    path.write_text(text)
    return read_settings(path)


def apply(settings: Mapping[str, OperationSettings]) -> Api:
    document = load_document("spec.yaml", SPEC.encode()).document
    return apply_operations(build_api(upgrade(document)).api, settings)


def test_every_key_is_read(tmp_path: Path) -> None:
    text = (
        TABLE
        + 'next = "/n"\nitems = ""\nmore = "/m"\ntotal = "/t"\npages = "/p"\nfirst = 0\n'
    )
    paging = PagingSettings(
        by=PagingBy.CURSOR,
        parameter="resume",
        next="/n",
        items="",
        more="/m",
        total="/t",
        pages="/p",
        first=0,
    )
    assert read(tmp_path, text).operations == {
        "GET /parcels": OperationSettings(paging=paging)
    }


@pytest.mark.parametrize("table", ["paging = false", ""])
def test_pages_can_be_switched_off(tmp_path: Path, table: str) -> None:
    read_as = read(tmp_path, f"[operations.getParcels]\n{table}").operations
    api = apply(read_as)
    hints = PagingHints(None, source="settings") if table else None
    assert api.operations[0].paging == hints


def test_the_words_are_those_of_the_model() -> None:
    assert [str(word) for word in PagingBy] == [str(kind) for kind in PagingKind]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("operations = 1", 1, "`operations` must be a table"),
        ("[operations]\nx = 1", 2, "`operations.x` must be a table"),
        (
            "[operations.x]\npage = 1",
            2,
            "unknown setting `page`; did you mean `paging`",
        ),
        ("[operations.x]\npaging = true", 2, "`paging` must be false or a table"),
        ("[operations.x.paging]\nnext = '/x'", 1, "`paging` requires `by`, one of "),
        (TABLE + "nxt = '/x'", 4, "unknown setting `nxt`; did you mean `next`"),
        (
            TABLE + "next = 'x'",
            4,
            "`next` must be a JSON Pointer such as `/x`, got 'x'",
        ),
        (TABLE + "next = 1", 4, "`next` must be a string"),
        (TABLE + "first = '1'", 4, "`first` must be an integer"),
        (TABLE + "first = true", 4, "`first` must be an integer"),
        ("[operations.x.paging]\nby = 'magic'", 2, '`by` must be one of "cursor", '),
        (
            "[operations.x.paging]\nby = 'number'",
            2,
            "requires `parameter`, the one that selects a page",
        ),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert said in caught.value.message
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("operation", "changes", "said"),
    [
        ("getParcel", {}, "no operation `getParcel`; did you mean `getParcels`"),
        (
            "getParcels",
            {"parameter": "page"},
            "the operation has no query parameter or JSON body property `page`",
        ),
        ("getParcels", {"items": "/boxes"}, "the response has no array at `/boxes`"),
        (
            "getParcels",
            {"next": ""},
            "no cursor was found in the response, and `next` is not set",
        ),
    ],
)
def test_what_does_not_fit_the_document_is_an_error(
    operation: str, changes: dict[str, str], said: str
) -> None:
    said_of_it = {"parameter": "resume", "next": "/n", **changes}
    paging = PagingSettings(
        by=PagingBy.CURSOR,
        parameter=said_of_it["parameter"],
        next=said_of_it["next"],
        items=said_of_it.get("items"),
    )
    with pytest.raises(SettingsError) as caught:
        apply({operation: OperationSettings(paging=paging)})
    assert said in caught.value.message
    assert caught.value.key == ("operations", operation, "paging")


def test_what_fits_reaches_the_operation() -> None:
    paging = PagingSettings(by=PagingBy.CURSOR, parameter="resume", next="/n")
    api = apply({"GET /parcels": OperationSettings(paging=paging)})
    assert api.operations[0].paging == PagingHints(
        PagingKind.CURSOR, "resume", "/n", source="settings"
    )
