"""What `sdksmith explain` tells about the diagnostics of this stage."""

from __future__ import annotations

from typing import Final

from ..diagnostics import CodeInfo

CODES: Final = (
    CodeInfo(
        "LD001",
        "The document cannot be read",
        "There is no such file, the server refuses it, or it is larger than 200 MB. URLs are "
        "fetched without credentials, except for a user name and password in the URL, "
        "which go to its own server alone.",
        "sdksmith generate missing.yaml",
        "sdksmith generate spec.yaml",
    ),
    CodeInfo(
        "LD003",
        "The document is empty",
        "There is nothing in the document, or nothing but comments.",
        "# to be written\n",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD004",
        "The document is no text",
        "The bytes are those of an image, an archive, a program: they hold NUL or many other "
        "control characters. Give the JSON or YAML file of an API description.",
        "PK\\x03\\x04\\x14\\x00\\x08\\x08",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD010",
        "The document is not UTF-8",
        "Some bytes are no UTF-8, and no byte order mark says what they are. They are read "
        "as Windows-1252, which editors on Windows used to write. Save the file as UTF-8.",
        "swagger: '2.0'\ninfo: {title: Caf\\xe9}\n",
        "swagger: '2.0'\ninfo: {title: Café}\n",
    ),
    CodeInfo(
        "LD011",
        "Characters that may not stand in a text",
        "Control characters, and halves of characters (lone surrogates), are read as the "
        "replacement character U+FFFD. Remove them.",
        '{"swagger": "2.0", "x-title": "\\ud83d"}',
        '{"swagger": "2.0", "x-title": "\\ud83d\\ude00"}',
    ),
    CodeInfo(
        "LD012",
        "Tabs in YAML indentation",
        "YAML forbids tabs in indentation. They are read as spaces up to the next multiple of "
        "the tab width, four if that parses. Indent with spaces.",
        "swagger: '2.0'\ninfo:\n\ttitle: Orders\n",
        "swagger: '2.0'\ninfo:\n    title: Orders\n",
    ),
    CodeInfo(
        "LD013",
        "A backslash that begins no escape",
        "In a double-quoted YAML text a backslash begins an escape; one that begins none is read "
        "as itself. Double it, or use single quotes, which know no escapes.",
        "swagger: '2.0'\nx-pattern: \"\\d+\"\n",
        "swagger: '2.0'\nx-pattern: '\\d+'\n",
    ),
    CodeInfo(
        "LD014",
        "Nearly JSON",
        "Comments, trailing commas, and line ends or tabs inside strings are no JSON. They are "
        "accepted. Remove them, or other tools will refuse the document.",
        '{"swagger": "2.0", "paths": {},}',
        '{"swagger": "2.0", "paths": {}}',
    ),
    CodeInfo(
        "LD015",
        "More in the file than the description",
        "One file holds one description: the first YAML mapping with a version key, or the "
        "first JSON value. What stands before or after it is not read.",
        "swagger: '2.0'\n---\nMore words.\n",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD016",
        "A key that one mapping has twice",
        "The last value counts, as in other parsers. Sections of a description and paths are "
        "joined instead, since both parts must be meant. Remove one, or join them.",
        "swagger: '2.0'\nhost: a.example\nhost: b.example\n",
        "swagger: '2.0'\nhost: b.example\n",
    ),
    CodeInfo(
        "LD017",
        "A YAML tag",
        "A tag such as `!date` asks a program for an object of its own. The value is read as if "
        "it had none.",
        "swagger: '2.0'\nx-since: !date 2020-01-01\n",
        "swagger: '2.0'\nx-since: 2020-01-01\n",
    ),
    CodeInfo(
        "LD018",
        "A key that is no text",
        "A list or a mapping stands where a key should be, most often a placeholder in braces. Its "
        "source is taken as the key. Quote it.",
        "swagger: '2.0'\nx-host: {{host}}\n",
        "swagger: '2.0'\nx-host: '{{host}}'\n",
    ),
    CodeInfo(
        "LD019",
        "A number that JSON cannot hold",
        "JSON has neither NaN nor infinity; the value is read as null.",
        '{"swagger": "2.0", "x-limit": Infinity}',
        '{"swagger": "2.0"}',
    ),
    CodeInfo(
        "LD020",
        "A text that must be quoted",
        "A key or a text in one line is no YAML as it stands, because it holds a colon followed by "
        "a space or begins with a character that means something else. It is read as "
        "if it were quoted. Quote it.",
        "swagger: '2.0'\nx-note: Attention: read this\n",
        "swagger: '2.0'\nx-note: 'Attention: read this'\n",
    ),
    CodeInfo(
        "LD030",
        "A syntax error",
        "The document is neither JSON nor YAML, and it is not clear what was meant. The place is "
        "where the parser gave up; the mistake stands there or just before.",
        "swagger: '2.0'\npaths: [\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD031",
        "Too deep or too large",
        "No description is nested more than 200 levels deep, or has more than five million "
        "values after its YAML aliases are expanded. Documents made to exhaust the memory "
        "of whoever reads them do.",
        "swagger: '2.0'\nx-deep: " + "[" * 250 + "]" * 250 + "\n",
        "swagger: '2.0'\nx-deep: [[]]\n",
    ),
    CodeInfo(
        "LD032",
        "An alias inside what it stands for",
        "A YAML alias points to a value that holds the alias, so that the value would never end. "
        "Recursive schemas are written with $ref.",
        "swagger: '2.0'\ndefinitions: &all\n  Node: *all\n",
        "swagger: '2.0'\ndefinitions:\n  Node: {$ref: '#/definitions/Node'}\n",
    ),
    CodeInfo(
        "LD040",
        "No API description at all",
        "The document is a list, a single value, or a web page; a description is a mapping.",
        "[]",
        '{"swagger": "2.0"}',
    ),
    CodeInfo(
        "LD041",
        "No version key",
        "A description says which specification it follows: `swagger: '2.0'` or `openapi: 3.0.3`. "
        "Without it, and without anything that only one of them has, the document may "
        "be anything, or a part of another one.",
        "title: Orders\nversion: 1.0.0\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\n",
    ),
    CodeInfo(
        "LD042",
        "A specification that is not supported",
        "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read. Convert other documents first.",
        "swaggerVersion: '1.2'\napis: []\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD043",
        "The version key in other case",
        "The keys are `swagger` and `openapi`, in small letters.",
        "Swagger: '2.0'\npaths: {}\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD044",
        "A newer version of OpenAPI",
        "The document follows a version that this generator does not know yet. It is read as "
        "the newest that it knows.",
        "openapi: 3.9.0\npaths: {}\n",
        "openapi: 3.2.0\npaths: {}\n",
    ),
    CodeInfo(
        "LD045",
        "A version that was guessed",
        "No version key says what the document is, but it has paths and what only one of the "
        "specifications has.",
        "basePath: /v1\npaths:\n  /orders: {}\n",
        "swagger: '2.0'\nbasePath: /v1\npaths:\n  /orders: {}\n",
    ),
)
"""Every code of this stage; `bad` triggers it and no other, `good` triggers none."""
