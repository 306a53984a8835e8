"""URLs that are accepted here are accepted by the libraries of clients."""

from __future__ import annotations

import ast
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx2
import pytest
import sdksmith
from hypothesis import example, given
from hypothesis import strategies as st
from sdksmith.text.urls import (
    MAX_LENGTH,
    Invalid,
    Url,
    correct_url,
    encode_url,
    is_web_template,
    is_web_url,
    parse_template,
    parse_url,
    path_of,
    resolve_url,
)

GENERATOR = Path(sdksmith.__file__).parent
URL_MODULES = ("text/urls.py", "load/files/")
"""Modules that may call functions that raise an exception for an invalid URL.

`load.files` resolves and fetches URLs before the document is repaired.
"""

INVALID = {
    "http://": "it has no host",
    "https:": "it has no host",
    "https:///v1": "it has no host",
    "//": "it has no host",
    "https://:8080/": "it has no host",
    "http://[::1": "'[::1' is not a valid host",
    "https://a]b/": "'a]b' is not a valid host",
    "https://[example]/": "'[example]' is not a valid host",
    "https://[fe80::1%25eth0]/": "'[fe80::1%25eth0]' is not a valid host",
    "https://[1.2.3.4]/": "'[1.2.3.4]' is not a valid host",
    "https://999.1.1.1/": "'999.1.1.1' is not a valid host",
    "https://a..b/": "'a..b' is not a valid host",
    "https://-a.b/": "'-a.b' is not a valid host",
    "https://a b/": "'a b' is not a valid host",
    "https://a%41.b/": "'a%41.b' is not a valid host",
    "https://a.b:80:80/": "'a.b:80:80' is not a valid host",
    f"https://{'a' * 64}.com/": f"{'a' * 64 + '.com'!r} is not a valid host",
    f"https://{'a.' * 127}com/": f"{'a.' * 127 + 'com'!r} is not a valid host",
    "https://\u202ea.b/": "'\\u202ea.b' is not a valid host",
    "https://\u2100.com/": "'\u2100.com' is not a valid host",
    "https://xn--\u00fc.com/": "'xn--\u00fc.com' is not a valid host",
    f"https://{chr(252) * 70}.com/": f"{chr(252) * 70 + '.com'!r} is not a valid host",
    "https://a.b:port/": "'port' is not a port from 1 to 65535",
    "https://a.b:0/": "'0' is not a port from 1 to 65535",
    "https://a.b:65536/": "'65536' is not a port from 1 to 65535",
    "https://a.b:-1/": "'-1' is not a port from 1 to 65535",
    f"https://a.b:{'9' * 5000}/": f"{'9' * 5000!r} is not a port from 1 to 65535",
    "https://a\nb/": "it contains control characters",
    "https://a.b/\x00": "it contains control characters",
    "https://a.b/" + "x" * MAX_LENGTH: "it is longer than 8,000 characters",
}

VALID = [
    *("https://example.com", "HTTPS://EXAMPLE.com:8443/v1?a=b#c", "http://localhost"),
    *("https://[::1]:8080/v1", "http://127.0.0.1/", "https://a_b.example.com./v1"),
    *("https://b\u00fccher.example/v1", "https://xn--bcher-kva.example", "//h/v1"),
    *("/v1", "v1/items", "", "?x", "#x", "https://user:pw@example.com/", "mailto:a@b"),
    *(
        "https://a.b:/",
        "https://a.b/a b/\u2028\\{x}",
        "https://256/",
        "https://a.b:080",
    ),
]


@pytest.mark.parametrize(
    ("text", "reason"), INVALID.items(), ids=lambda item: item[:20]
)
def test_invalid_urls_have_a_reason(text: str, reason: str) -> None:
    assert parse_url(text) == Invalid(reason)
    assert not is_web_url(text)


@pytest.mark.parametrize("text", VALID)
def test_parts_are_those_that_the_libraries_of_clients_read(text: str) -> None:
    check_agreement(text)
    assert isinstance(parse_url(text), Url)


PIECES = st.sampled_from(
    [
        *(":/?#[]@%.-_ \\{}\t\n\x00\u00fc\u2100\u202e\u3002\ud800"),
        *("http", "https", "://", "xn--", "a", "1", "example.com", "127.0.0.1", "::1"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
@example("https://\u00df\u3002example/")
def test_valid_urls_are_accepted_by_the_libraries_of_clients(text: str) -> None:
    check_agreement(text)
    check_agreement(f"https://{text}")
    correct_url(text)
    path_of(text)
    parse_template(text, {"a": text})


def check_agreement(text: str) -> None:
    """Check that a URL is invalid, or that httpx2 and urllib find the same parts."""
    found = parse_url(text)
    if isinstance(found, Invalid):
        return
    split = urlsplit(text)
    assert (split.hostname or "") == found.plain_host
    assert (split.port or 0) == int(found.port or 0)
    if not found.is_web:
        return
    sent = httpx2.URL(text)
    # Resolvers encode the host with this codec, which limits the length of labels.
    sent.raw_host.decode("ascii").encode("idna")
    assert sent.scheme == found.scheme
    assert sent.port == (int(found.port) if is_own_port(found) else None)


def is_own_port(url: Url) -> bool:
    return bool(url.port) and int(url.port) != {"http": 80, "https": 443}[url.scheme]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("http:\\\\example.com\\v1", "http://example.com/v1"),
        (" https://example.com\n", "https://example.com"),
        ("https://exam\nple.com", "https://example.com"),
        ("https:/example.com", "https://example.com"),
        ("https:example.com", "https://example.com"),
        ("https:///v1", "https:///v1"),
        ("https://user:p@w@example.com/a@b", "https://example.com/a@b"),
        ("localhost:8080/v1", "http://localhost:8080/v1"),
        ("example.com:8443", "https://example.com:8443"),
        ("urn:1", "https://urn:1"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://example.com/v1?a=\\", "https://example.com/v1?a=\\"),
        ("https://example.com/v1", "https://example.com/v1"),
        ("/v1", "/v1"),
    ],
)
def test_mistakes_are_corrected(text: str, corrected: str) -> None:
    assert correct_url(text) == corrected
    assert correct_url(corrected) == corrected


@pytest.mark.parametrize(
    ("template", "values", "is_web"),
    [
        ("https://{region}.example.com", {}, True),
        ("https://{region}.example.com", {"region": "eu"}, True),
        ("https://{region}.example.com", {"region": "a]b"}, False),
        ("https://example.com:{port}", {"port": ""}, True),
        ("https://example.com:{port}", {"port": "x"}, False),
        ("{server}/v1", {}, True),
        ("{server}/v1", {"server": "https://example.com/"}, True),
        ("{server}/v1", {"server": "/api"}, False),
        ("{scheme}://example.com", {}, True),
        ("/{version}", {}, False),
        ("https://{region", {}, False),
    ],
)
def test_variables_are_replaced(
    template: str, values: dict[str, str], *, is_web: bool
) -> None:
    assert is_web_template(template, values) is is_web


def test_hosts_are_encoded_by_idna_and_paths_by_percent_signs() -> None:
    encoded = encode_url("https://b\u00fccher.example:80/\u00fc b")
    assert encoded == "https://xn--bcher-kva.example:80/%C3%BC%20b"


def test_paths_of_templates_keep_their_variables() -> None:
    assert path_of("https://{host}/v1/{id}?a=b") == "/v1/{id}"
    assert path_of("http://[::1/v1") == "/v1"


def test_references_are_resolved_or_returned() -> None:
    assert resolve_url("https://a.b/c", "d") == urljoin("https://a.b/c", "d")
    assert resolve_url("https://a.b/c", "http://[::1") == "http://[::1"


def test_urls_are_parsed_in_one_module() -> None:
    wrong: dict[str, list[str]] = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        name = path.relative_to(GENERATOR).as_posix()
        if not name.startswith(URL_MODULES):
            wrong[name] = url_parsers(path.read_text())
    assert {name: found for name, found in wrong.items() if found} == {}


def url_parsers(source: str) -> list[str]:
    """Return the uses of functions that raise an exception for an invalid URL."""
    if "url" not in source.lower():
        return []
    return [
        f"{node.lineno}: {name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom | ast.Attribute)
        for name in _names_in(node)
        if name in {"urlsplit", "urlparse", "urljoin", "urldefrag", "httpx2.URL"}
    ]


def _names_in(node: ast.ImportFrom | ast.Attribute) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [
            f"httpx2.{alias.name}" if node.module == "httpx2" else alias.name
            for alias in node.names
        ]
    return ["httpx2.URL" if ast.unparse(node) == "httpx2.URL" else node.attr]


def test_url_parsers_are_found() -> None:
    source = "from urllib.parse import quote, urlsplit\nfrom httpx2 import URL\n"
    assert url_parsers(source) == ["1: urlsplit", "2: httpx2.URL"]
    source = "parse.urljoin(a, b)\nhttpx2.URL(a)\nself.URL\nurl.host\n"
    assert url_parsers(source) == ["1: urljoin", "2: httpx2.URL"]
