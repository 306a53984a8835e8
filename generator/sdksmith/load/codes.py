"""Codes of the load stage and their explanations for `sdksmith explain`."""

from __future__ import annotations

from typing import Final

from ..report.diagnostics import CodeInfo

CODES: Final = (
    CodeInfo(
        "LD001",
        "Document cannot be read",
        "The file does not exist, the server refuses the request, or the document is "
        "larger than 200 MB. URLs are fetched without credentials, except for a user "
        "name and password in the URL, which are sent only to the origin of that URL. "
        "Check the path or the URL.",
        "sdksmith generate missing.yaml",
        "sdksmith generate spec.yaml",
    ),
    CodeInfo(
        "LD003",
        "Document is empty",
        "The document has no content, or only comments.",
        "# to be written\n",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD004",
        "Document is not text",
        "The document contains NUL or many other control characters, so it is a binary "
        "file such as an image, an archive or a program. Specify the JSON or YAML file "
        "of an API document.",
        "PK\\x03\\x04\\x14\\x00\\x08\\x08",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD010",
        "Document is not valid UTF-8",
        "The document contains bytes that are not valid UTF-8, and no byte order mark "
        "declares another encoding. These bytes are read as Windows-1252, the former "
        "default of editors on Windows. Save the file as UTF-8.",
        "swagger: '2.0'\ninfo: {title: Caf\\xe9}\n",
        "swagger: '2.0'\ninfo: {title: Café}\n",
    ),
    CodeInfo(
        "LD011",
        "Characters that are not allowed in text",
        "Control characters in YAML and unpaired surrogates in JSON are read as the "
        "replacement character U+FFFD. Byte order marks inside the text, and the line "
        "breaks U+0085, U+2028 and U+2029 of YAML 1.1, are read as spaces. Remove "
        "them.",
        '{"swagger": "2.0", "x-title": "\\ud83d"}',
        '{"swagger": "2.0", "x-title": "\\ud83d\\ude00"}',
    ),
    CodeInfo(
        "LD012",
        "Tabs in YAML indentation",
        "YAML does not allow tabs in indentation. Each tab is read as spaces up to the "
        "next multiple of the tab width, which is four if the document parses with it. "
        "Indent with spaces.",
        "swagger: '2.0'\ninfo:\n\ttitle: Orders\n",
        "swagger: '2.0'\ninfo:\n    title: Orders\n",
    ),
    CodeInfo(
        "LD013",
        "Invalid escape sequence",
        "In a double-quoted YAML string, a backslash starts an escape sequence. A "
        "backslash that does not start a valid one is read literally. Double the "
        "backslash, or use single quotes, in which backslashes have no special "
        "meaning.",
        "swagger: '2.0'\nx-pattern: \"\\d+\"\n",
        "swagger: '2.0'\nx-pattern: '\\d+'\n",
    ),
    CodeInfo(
        "LD014",
        "Document is not strict JSON",
        "JSON does not allow comments, trailing commas, or line breaks and tabs inside "
        "strings. They are accepted here, but other tools reject the document. Remove "
        "them.",
        '{"swagger": "2.0", "paths": {},}',
        '{"swagger": "2.0", "paths": {}}',
    ),
    CodeInfo(
        "LD015",
        "Content outside the API document",
        "A file contains one API document: the first YAML mapping with a version key, "
        "or the first JSON value. Anything before or after it is ignored.",
        "swagger: '2.0'\n---\nMore words.\n",
        "swagger: '2.0'\n",
    ),
    CodeInfo(
        "LD016",
        "Duplicate mapping key",
        "A key is defined more than once in the same mapping. The last value is used, "
        "as in other parsers. Duplicate sections of the document and duplicate paths "
        "are merged instead, because both parts must be intended. Remove one of the "
        "keys, or merge their values.",
        "swagger: '2.0'\nhost: a.example\nhost: b.example\n",
        "swagger: '2.0'\nhost: b.example\n",
    ),
    CodeInfo(
        "LD017",
        "Unknown YAML tag",
        "A tag such as `!date` requests a type that is specific to an application. The "
        "tag is ignored; a scalar with such a tag is read as a string. Remove the tag.",
        "swagger: '2.0'\nx-since: !date 2020-01-01\n",
        "swagger: '2.0'\nx-since: 2020-01-01\n",
    ),
    CodeInfo(
        "LD018",
        "Mapping key is not a string",
        "A list or a mapping is used as a key, most often because a placeholder in "
        "braces is not quoted. The source text of the key is used as the key. Quote "
        "it.",
        "swagger: '2.0'\nx-host: {{host}}\n",
        "swagger: '2.0'\nx-host: '{{host}}'\n",
    ),
    CodeInfo(
        "LD019",
        "Number that JSON cannot represent",
        "JSON has neither NaN nor infinity (RFC 8259, section 6). The value is "
        "replaced by null.",
        '{"swagger": "2.0", "x-limit": Infinity}',
        '{"swagger": "2.0"}',
    ),
    CodeInfo(
        "LD020",
        "Unquoted string that is not valid YAML",
        "A key or a value on a single line is not valid YAML without quotes, because "
        "it contains a colon followed by a space or starts with a character that has "
        "another meaning. It is read as if it were quoted. Quote it.",
        "swagger: '2.0'\nx-note: Attention: read this\n",
        "swagger: '2.0'\nx-note: 'Attention: read this'\n",
    ),
    CodeInfo(
        "LD030",
        "Syntax error",
        "The document is neither valid JSON nor valid YAML, and the intended content "
        "is ambiguous. The location is where the parser stopped; the mistake is there "
        "or shortly before.",
        "swagger: '2.0'\npaths: [\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD031",
        "Document is nested too deeply or too large",
        "A document may be nested at most 200 levels deep, and may have at most five "
        "million values. YAML aliases may add at most 250,000 values, and one for 4 "
        "bytes of the document. Known API documents stay far below these limits; "
        "documents made to exhaust the memory of their readers exceed them.",
        "swagger: '2.0'\nx-deep: " + "[" * 250 + "]" * 250 + "\n",
        "swagger: '2.0'\nx-deep: [[]]\n",
    ),
    CodeInfo(
        "LD032",
        "Recursive YAML alias",
        "A YAML alias refers to a value that contains the alias, which would make the "
        "value infinite. Use `$ref` for recursive schemas.",
        "swagger: '2.0'\ndefinitions: &all\n  Node: *all\n",
        "swagger: '2.0'\ndefinitions:\n  Node: {$ref: '#/definitions/Node'}\n",
    ),
    CodeInfo(
        "LD040",
        "Not an API document",
        "The document is a list, a single value, or a web page. A Swagger or OpenAPI "
        "document is a mapping.",
        "[]",
        '{"swagger": "2.0"}',
    ),
    CodeInfo(
        "LD041",
        "Missing version key",
        "A document declares its specification with a version key: `swagger: '2.0'` or "
        "`openapi: 3.0.3`. Without this key, and without any key that only one of the "
        "specifications defines, the document could be of any kind, or a part of "
        "another document.",
        "title: Orders\nversion: 1.0.0\n",
        "swagger: '2.0'\ninfo: {title: Orders, version: 1.0.0}\npaths: {}\n",
    ),
    CodeInfo(
        "LD042",
        "Unsupported specification",
        "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are supported. Convert other "
        "documents first.",
        "swaggerVersion: '1.2'\napis: []\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD043",
        "Version key in the wrong case",
        "The version keys are `swagger` and `openapi`, in lower case. The key is "
        "renamed.",
        "Swagger: '2.0'\npaths: {}\n",
        "swagger: '2.0'\npaths: {}\n",
    ),
    CodeInfo(
        "LD044",
        "Newer version of OpenAPI",
        "The document declares a version of OpenAPI that sdksmith does not support "
        "yet. It is read as the newest supported version.",
        "openapi: 3.9.0\npaths: {}\n",
        "openapi: 3.2.0\npaths: {}\n",
    ),
    CodeInfo(
        "LD045",
        "Specification version is guessed",
        "The document has paths but does not declare a valid version. The "
        "specification is inferred from the version key, or from keys that only one of "
        "the specifications defines. Declare the version.",
        "basePath: /v1\npaths:\n  /orders: {}\n",
        "swagger: '2.0'\nbasePath: /v1\npaths:\n  /orders: {}\n",
    ),
)
"""Codes of the load stage; `bad` triggers exactly its code, `good` triggers none."""
