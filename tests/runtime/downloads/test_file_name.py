"""File names from Content-Disposition."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import Operation

from ..streaming_server import SERVICE, StreamingServer, stream_response

LOAD: Operation[Any] = Operation("GET", "/files", returns=bytes)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("", None),
        ("inline", None),
        ("attachment; filename=report.pdf", "report.pdf"),
        ('attachment; filename="my report.pdf"; size=5', "my report.pdf"),
        ('attachment; FileName="a;b=c\\"d.txt"', "a;b=cd.txt"),
        (
            "attachment; filename*=UTF-8''na%C3%AFve.txt; filename=naive.txt",
            "naïve.txt",
        ),
        (
            "attachment; filename=naive.txt; filename*=utf-8'de'na%C3%AFve.txt",
            "naïve.txt",
        ),
        ("attachment; filename*=iso-8859-1''%A3.txt", "£.txt"),
        ("attachment; filename=a.txt; filename*=UTF-8''%FF", "a.txt"),
        ("attachment; filename=a.txt; filename*=klingon''%62", "a.txt"),
        ("attachment; filename=a.txt; filename*=b.txt", "a.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\Users\\\\x\\\\a.txt"', "a.txt"),
        ('attachment; filename="C:\\Users\\x\\a.txt"', "a.txt"),
        ("attachment; filename*=UTF-8''..%2f..%2f.bashrc", "bashrc"),
        ("attachment; filename*=UTF-8''a%0d%0ab%00c.txt", "abc.txt"),
        ("attachment; filename*=UTF-8''%e2%80%aegpj.exe", "gpj.exe"),
        ('attachment; filename=".."', None),
        ('attachment; filename="a/"', None),
        ('attachment; filename=" .a. "', "a"),
        (f'attachment; filename="{"x" * 300}.pdf"', f"{'x' * 251}.pdf"),
        (f'attachment; filename="{"x" * 300}"', "x" * 255),
        (f"attachment; filename*=UTF-8''{'%C3%A9' * 200}", "é" * 127),
    ],
)
def test_the_file_name_is_read_from_content_disposition(
    header: str, name: str | None
) -> None:
    headers = {"content-disposition": header} if header else {}
    client = StreamingServer(stream_response(headers=headers)).client(SERVICE)
    with client.with_download(client.request)(LOAD) as download:
        assert download.file_name == name
