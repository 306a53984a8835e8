"""Words of names: splitting and joining."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text import lexicon
from sdksmith.text.lexicon import IRREGULAR_PLURALS, NOUN_VERBS, VERBS
from sdksmith.text.words import (
    abridge,
    constant,
    is_plural,
    name_words,
    pascal,
    shorten,
    singular,
    singular_words,
    snake,
    spell_words,
    spelling_style,
    split_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("invoiceItem", "invoice item"),
        ("invoice_item", "invoice item"),
        ("Invoice-Item", "invoice item"),
        ("invoice item", "invoice item"),
        ("INVOICE_ITEM", "invoice item"),
        ("HTTPServer", "http server"),
        ("parseHTTP", "parse http"),
        ("userIDs", "user ids"),
        ("URLs", "urls"),
        ("callbackURL", "callback url"),
        ("S3Bucket", "s3 bucket"),
        ("sha256sum", "sha256 sum"),
        ("address_line1", "address line1"),
        ("2faCode", "2fa code"),
        ("k8s", "k8s"),
        ("K8S", "k8s"),
        ("k8sVersion", "k8s version"),
        ("enableK8sBetaApis", "enable k8s beta apis"),
        ("i18n_name", "i18n name"),
        ("isB2B", "is b2b"),
        ("B2BCustomer", "b2b customer"),
        ("uploadedBytesP2P", "uploaded bytes p2p"),
        ("x5t#S256", "x5t s256"),
        ("a11y-l10n e2e", "a11y l10n e2e"),
        ("s3bucket", "s3 bucket"),
        ("S3Key", "s3 key"),
        ("S3KEY", "s3 key"),
        ("v1alpha1", "v1 alpha1"),
        ("V1APIGroup", "v1 api group"),
        ("V2GSession", "v2 g session"),
        ("oauth2token", "oauth2 token"),
        ("md5sum", "md5 sum"),
        ("change24h", "change24 h"),
        ("line1a", "line1 a"),
        ("ipv4address", "ipv4 address"),
        ("a1b2c3", "a1 b2 c3"),
        ("v1.2", "v1 2"),
        ("OAuth2Token", "oauth2 token"),
        ("GitHubApp", "github app"),
        ("IPv4Address", "ipv4 address"),
        ("Microsoft.DocumentDB", "microsoft document db"),
        ("created[gte]", "created gte"),
        ("customer's", "customers"),
        ("customer\u2019s", "customers"),
        ("+1", "plus 1"),
        ("-1", "minus 1"),
        ("a-1", "a 1"),
        ("@me", "me"),
        ("$ref", "ref"),
        ("Gr\xf6\xdfe", "grosse"),
        ("\xf1and\xfa", "nandu"),
        ("\u041f\u0440\u0438\u0432\u0435\u0442", "privet"),
        ("\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "ellada"),
        ("\u540d\u79f0", "u21517 u31216"),
        ("\u0663", "3"),
        ("", ""),
        ("***", ""),
    ],
)
def test_names_are_split_into_words(text: str, words: str) -> None:
    assert split_words(text) == tuple(words.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("created[gte]", "created open gte close"),
        ("a-b", "a hyphen b"),
        ("a.b", "a dot b"),
        ("***", "star star star"),
        ("<=", "less equals"),
        ("\u2764", "heavy_black_heart"),
    ],
)
def test_words_keep_their_spelling(text: str, words: str) -> None:
    assert spell_words(text) == tuple(words.split())


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("invoices", "invoice"),
        ("companies", "company"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("statuses", "status"),
        ("people", "person"),
        ("indices", "index"),
        ("keys", "key"),
        ("houses", "house"),
        ("licenses", "license"),
        ("databases", "database"),
        ("apis", "api"),
        ("ids", "id"),
        ("movies", "movie"),
        ("series", "series"),
    ],
)
def test_plurals_are_recognised(plural: str, one: str) -> None:
    assert is_plural(plural)
    assert singular(plural) == one


@pytest.mark.parametrize(
    "word",
    [
        "status",
        "address",
        "news",
        "dns",
        "https",
        "analysis",
        "bus",
        "gas",
        "us",
        "user",
        "k8s",
    ],
)
def test_singulars_are_unchanged(word: str) -> None:
    assert not is_plural(word)
    assert singular(word) == word


def test_only_the_last_word_is_inflected() -> None:
    assert singular_words(("sales", "orders")) == ("sales", "order")
    assert singular_words(()) == ()


def test_words_are_joined() -> None:
    words = ("invoice", "item2")
    assert snake(words) == "invoice_item2"
    assert pascal(words) == "InvoiceItem2"
    assert constant(words) == "INVOICE_ITEM2"


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("userName", "camel"),
        ("UserName", "pascal"),
        ("user_name", "snake"),
        ("USER_NAME", "constant"),
        ("user-name", "kebab"),
        ("User-Name", "header"),
        ("user.name", "dotted"),
        ("user name", "spaced"),
        ("id", "lower"),
        ("ID", "upper"),
        ("user[name]", "spelled"),
    ],
)
def test_spelling_style_is_detected(text: str, style: str) -> None:
    assert spelling_style(text) == style


@given(st.text())
def test_words_are_lower_case_ascii_letters_and_digits(text: str) -> None:
    for word in split_words(text):
        assert word
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()


@given(st.text())
def test_words_of_every_name_form_an_identifier(text: str) -> None:
    assert f"x_{snake(name_words(text))}".isidentifier()


@given(
    st.text(alphabet="aZ0_-.[]$ ", max_size=8),
    st.text(alphabet="aZ0_-.[]$ ", max_size=8),
)
def test_spelling_distinguishes_names_that_differ_beyond_case(a: str, b: str) -> None:
    if a.lower() != b.lower():
        assert "".join(spell_words(a)) != "".join(spell_words(b))


@given(st.text())
def test_splitting_reverses_joining(text: str) -> None:
    words = split_words(text)
    assert "".join(split_words(snake(words))) == "".join(words)


def test_word_lists_are_consistent() -> None:
    assert all(singular(one) == one for one in IRREGULAR_PLURALS.values())
    verbs_that_are_no_verbs = {word for word in VERBS if not word.isalpha()}
    assert verbs_that_are_no_verbs == set()
    assert VERBS & NOUN_VERBS


def test_names_are_shortened_at_word_boundaries() -> None:
    assert shorten(("invoice", "line", "item"), 13) == ("invoice", "line")
    assert shorten(("invoice", "line"), 100) == ("invoice", "line")
    assert shorten(("invoices",), 4) == ("invo",)
    assert shorten((), 4) == ()


def test_long_names_are_abridged_in_the_middle() -> None:
    words = ("customer", "balance", "cash", "transfer", "eu", "bank")
    assert abridge(words, 100) == words
    assert abridge(words, 28) == ("customer", "transfer", "eu", "bank")
    assert abridge(("invoices",), 4) == ("invo",)
    assert abridge((), 4) == ()


@given(st.lists(st.text("ab", min_size=1, max_size=9), max_size=9), st.integers(8, 60))
def test_abridged_names_keep_both_ends_within_the_limit(
    words: list[str], limit: int
) -> None:
    kept = abridge(words, limit)
    assert len(snake(kept)) <= limit
    if len(snake(words)) < limit:
        assert kept == tuple(words)
    else:
        assert words[0].startswith(kept[0])
        assert words[-1].startswith(kept[-1]) or len(kept) == 1


WORD_LISTS = sorted(Path(lexicon.__file__).with_name("word_lists").iterdir())


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda path: path.stem)
def test_word_lists_are_sorted_lower_case_words(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert lines == sorted(set(lines))
    assert all(word.isalpha() and word.islower() for word in " ".join(lines).split())


def test_there_are_word_lists() -> None:
    assert {path.stem for path in WORD_LISTS} >= {"verbs", "noun_verbs", "no_plurals"}
