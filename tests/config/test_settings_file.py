"""Reading of settings files, and the errors about invalid settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.config.settings import (
    AuthKind,
    AuthSettings,
    KeyPlace,
    OperationSettings,
    PagingBy,
    PagingSettings,
    Settings,
    SettingsError,
)
from sdksmith.config.settings_file import find_settings_file, read_settings
from sdksmith.config.toml_files import find_line
from sdksmith.config.validation import Validation

if TYPE_CHECKING:
    from pathlib import Path

ROOT = Path(__file__).parents[2]
FULL = """\
package = "acme"
distribution = "acme-client"
version = "2.0rc1"
base_url = "http://localhost:8080/v1"
idempotency_header = "Request-Key"
guess = false
strict = true
validate = "full"

[auth.key]
type = "apiKey"
in = "query"
name = "app id"
argument = "app_id"
environment = "ACME_KEY"

[auth.oauth]
environment = "ACME_TOKEN"

[names]
getThings = "things.list"
"POST /things/{id}/ship" = "things.ship"
"""


def read(tmp_path: Path, text: str, name: str = "sdksmith.toml") -> Settings:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def fail(tmp_path: Path, text: str, name: str = "sdksmith.toml") -> tuple[int, str]:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text, name)
    assert caught.value.file == str(tmp_path / name)
    return caught.value.line, caught.value.message


def test_every_setting_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, FULL) == Settings(
        package="acme",
        distribution="acme-client",
        version="2.0rc1",
        base_url="http://localhost:8080/v1",
        idempotency_header="Request-Key",
        auth={
            "key": AuthSettings(
                type=AuthKind.API_KEY,
                place=KeyPlace.QUERY,
                name="app id",
                argument="app_id",
                environment="ACME_KEY",
            ),
            "oauth": AuthSettings(environment="ACME_TOKEN"),
        },
        names={"getThings": "things.list", "POST /things/{id}/ship": "things.ship"},
        guess=False,
        strict=True,
        validate=Validation.FULL,
    )


def test_empty_file_has_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Settings()


def test_byte_order_mark_and_crlf_are_accepted(tmp_path: Path) -> None:
    assert read(tmp_path, '\ufeffpackage = "acme"\r\nversion = "1.0"\r\n') == Settings(
        package="acme", version="1.0"
    )


def test_pyproject_is_read(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.sdksmith]\npackage = "acme"\n'
    assert read(tmp_path, text, "pyproject.toml") == Settings(package="acme")


def test_pyproject_without_table_is_an_error(tmp_path: Path) -> None:
    line, message = fail(tmp_path, '[project]\nname = "x"\n', "pyproject.toml")
    assert (line, message) == (0, "missing table [tool.sdksmith]")


def test_error_in_pyproject_has_its_line(tmp_path: Path) -> None:
    text = '[project]\nstrict = 1\n\n[tool.sdksmith]\nstrict = "yes"\n'
    line, message = fail(tmp_path, text, "pyproject.toml")
    assert (line, message) == (5, "`strict` must be true or false")


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("packge = 'x'", 1, "unknown setting `packge`; did you mean `package`?"),
        ("\n\ncolour = 1", 3, "unknown setting `colour`; expected package,"),
        ("package = 3", 1, "`package` must be a string"),
        ("package = 'my-client'", 1, "'my-client' is not a Python identifier"),
        ("package = 'class'", 1, "'class' is not a Python identifier"),
        ("package = 'größe'", 1, "'größe' is not a Python identifier"),
        ("package = ''", 1, "'' is not a Python identifier"),
        ("package = '_x'", 1, "starts with an underscore"),
        ("package = 'json'", 1, "would hide a module that the client"),
        ("package = 'con'", 1, "is reserved by Windows"),
        ("package = 'Conftest'", 1, "would hide a module that the client"),
        (f"package = '{'a' * 65}'", 1, "is longer than 64 characters"),
        (f"distribution = '{'a' * 65}'", 1, "is longer than 64 characters"),
        ("package = 'httpx2'", 1, "would hide a module that the client"),
        ("distribution = '-x'", 1, "'-x' is not a valid name"),
        ("distribution = 'a b'", 1, "'a b' is not a valid name"),
        ("version = 'one'", 1, "must follow PEP 440, such as"),
        ("version = '1.0-SNAPSHOT'", 1, "got '1.0-SNAPSHOT'"),
        ("idempotency_header = 'a b'", 1, "must be a valid header name, got 'a b'"),
        ("base_url = '/v1'", 1, "'/v1' is not an absolute http or https URL"),
        ("base_url = 'ftp://x'", 1, "'ftp://x' is not an absolute http or https URL"),
        ("base_url = 'https://x:port'", 1, "'https://x:port' is not a valid URL: "),
        ("base_url = 'http://[::1'", 1, "not a valid URL: '[::1' is not a valid host"),
        ("base_url = 'http://'", 1, "not a valid URL: it has no host"),
        ("base_url = 'https://x/?a=1'", 1, "must contain only scheme, host and path"),
        ("base_url = 'https://u:p@x'", 1, "must contain only scheme, host and path"),
        ("guess = 0", 1, "`guess` must be true or false"),
        ("validate = 'deep'", 1, '`validate` must be one of "off", "schema", "full"'),
        ("auth = 'bearer'", 1, "`auth` must be a table: `[auth.…]`"),
        ("auth.bearer = 'x'", 1, "`auth.bearer` must be a table: `[auth.bearer]`"),
        ("[auth.b]\ntype = 'oauth'", 2, '`type` must be one of "bearer", "basic", '),
        ("[auth.b]\ntype = 'apiKey'", 2, '`type = "apiKey"` requires `name`'),
        (
            "[auth.b]\ntype = 'basic'\nname = 'x'",
            3,
            '`name` requires `type = "apiKey"`',
        ),
        (
            "[auth.b]\ntype = 'apiKey'\nname = 'a b'",
            3,
            "`name` is not a valid header name: 'a b'",
        ),
        (
            "[auth.b]\nargument = 'api key'",
            2,
            "must be a Python identifier, got 'api key'",
        ),
        (
            "[auth.b]\nenvironment = 'A-B'",
            2,
            "must be the name of an environment variable, got 'A-B'",
        ),
        ("[auth.b]\n\nenv = 'A'", 3, "unknown setting `env`; "),
        ("names = 1", 1, "`names` must be a table"),
        ("[names]\na = 'x'\nb = 2", 3, "`b` must be a string"),
        ("[names]\n'GET /a.b' = 'x.'", 2, "'x.' is not a valid method name"),
        ("[names]\na = 'x.import'", 2, "'x.import' is not a valid method name"),
        ("[names]\na = 'x.y'\nb = 'x.y'", 3, "`x.y` is already the name of `a`"),
        ("package = ", 1, "invalid TOML: "),
        ("\n\n[x\n", 3, "invalid TOML: "),
    ],
)
def test_invalid_settings_are_errors_with_a_line(
    tmp_path: Path, text: str, line: int, expected: str
) -> None:
    found, message = fail(tmp_path, text)
    assert expected in message
    assert found == line
    assert "\n" not in message


def test_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "sdksmith.toml"
    path.write_bytes(b"package = '\xff'")
    with pytest.raises(SettingsError, match="not valid UTF-8"):
        read_settings(path)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_unreadable_file_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="cannot read the file: "):
        read_settings(tmp_path / name)


def test_settings_file_beside_the_document_is_found(tmp_path: Path) -> None:
    path = tmp_path / "sdksmith.toml"
    assert find_settings_file(str(tmp_path / "spec.yaml")) is None
    path.write_text("")
    assert find_settings_file(str(tmp_path / "spec.yaml")) == path


@pytest.mark.parametrize("spec", ["-", "https://example.com/spec.yaml"])
def test_stdin_and_urls_have_no_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spec: str
) -> None:
    (tmp_path / "sdksmith.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    assert find_settings_file(spec) is None


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("a",), 1),
        (("t", "b c"), 6),
        (("t", "d", "e"), 7),
        (("t", "d", "missing"), 5),
        (("u", "x"), 9),
        (("list", "z"), 12),
        (("missing",), 0),
        (("fake",), 0),
    ],
)
def test_line_of_a_key_is_found(key: tuple[str, ...], line: int) -> None:
    text = '''a = """
fake = 1
"""
  # [u]
[ t ]
"b c" = 1
d . "e" = 2
['u']
  x = "y = 3"
b = \'\'\'one line\'\'\'
[[list]]
z = 1
'''
    assert find_line(text, key) == line


def test_settings_of_stripe_invoices_are_read() -> None:
    settings = read_settings(ROOT / "specs" / "stripe-invoices" / "sdksmith.toml")
    assert settings.package == "stripe_invoices"
    assert settings.distribution == "stripe-invoices"
    assert settings.base_url == "https://api.stripe.com/v1"
    assert settings.auth["bearer"].type is AuthKind.BEARER
    assert settings.auth["bearer"].environment == "STRIPE_API_KEY"


TABLE = '[operations."GET /parcels".paging]\nby = "cursor"\nparameter = "resume"\n'


def test_every_setting_of_pagination_is_read(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(
    ("text", "line", "expected"),
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
def test_invalid_settings_of_operations_are_errors_with_a_line(
    tmp_path: Path, text: str, line: int, expected: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert expected in caught.value.message
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("strict = true\npackage = " + "[" * 100_000, 2, "nested too deeply"),
        ("package = [\n" + "[\n" * 100_000, 51, "nested too deeply"),
        ("package = " + "{a = " * 100_000, 1, "nested too deeply"),
        ("\n" + ".".join(["a"] * 100_000) + " = 1\n", 2, "too many parts"),
        ("[" + ".".join(['"a"'] * 100_000) + "]\n", 1, "too many parts"),
        ("a" * 300_000, 1, "invalid TOML"),
        ("package = " + "1" * 5_000, 0, "invalid TOML: exceeds the limit"),
        ("strict = true\npackage = 'a\0b'\n", 2, "invalid TOML"),
        ("#" * 4_000_001, 0, "larger than 4 MB"),
    ],
)
def test_hostile_files_are_errors(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    found, message = fail(tmp_path, text)
    assert word in message
    assert found == line


def test_line_of_the_first_invalid_byte_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "sdksmith.toml"
    path.write_bytes(b"strict = true\npackage = '\xff'\n")
    with pytest.raises(SettingsError, match=r"sdksmith\.toml:2: not valid UTF-8"):
        read_settings(path)
    path.write_text("strict = true", encoding="utf-16")
    with pytest.raises(SettingsError, match="not valid UTF-8"):
        read_settings(path)
