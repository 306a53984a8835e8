"""What `sdksmith explain` tells about the diagnostics of this stage."""

from __future__ import annotations

from typing import Final

from ..diagnostics import CodeInfo

UNREAD_FILE: Final = "BN001"
NOTHING_THERE: Final = "BN002"
ENDLESS: Final = "BN003"
TOO_MUCH: Final = "BN004"
OF_ENTRY: Final = "BN005"

CODES: Final = (
    CodeInfo(
        UNREAD_FILE,
        "A file that is not read",
        "A reference names a file that is missing, is no JSON or YAML, or may not be "
        "read. Files are read by relative path, inside the project of the document "
        "(what is under version control with it, or below the working folder), if "
        "they end in .json, .yaml or .yml; files on other servers with --allow-remote. "
        "What was referred to is taken for anything: any JSON for a schema, no "
        "content for a response; parameters and operations are left out.",
        bad="definitions:\n  Parcel: {$ref: 'parcels/missing.yaml'}\n",
        good="definitions:\n  Parcel: {$ref: 'parcels/parcel.yaml'}\n",
    ),
    CodeInfo(
        NOTHING_THERE,
        "A reference into a file that leads nowhere",
        "The file is there, but its JSON Pointer, anchor or `$id` is not, or what is "
        "there is of another kind. What was referred to is taken for anything, see "
        "BN001.",
        bad="definitions:\n  Parcel: {$ref: 'parcels.yaml#/Parcle'}\n",
        good="definitions:\n  Parcel: {$ref: 'parcels.yaml#/Parcel'}\n",
    ),
    CodeInfo(
        ENDLESS,
        "A piece that contains itself",
        "Path items, operations and whole sections have no components to refer to, so "
        "they are put in place of the reference. One that refers back to itself would "
        "never end: the inner one is left out.",
        bad="# users.yaml\nget:\n  callbacks: {done: {'{$url}': {$ref: users.yaml}}}\n",
        good="# users.yaml\nget:\n  callbacks: {done: {'{$url}': {$ref: done.yaml}}}\n",
    ),
    CodeInfo(
        OF_ENTRY,
        "A local reference that means the entry document",
        "A reference that begins with `#` means a place in its own file, where nothing "
        "is; but the entry document has it, and tools that paste files into one another "
        "find it there. That is taken. Name the file before the `#`.",
        bad="# parcel.yaml\nproperties: {box: {$ref: '#/definitions/Box'}}\n",
        good="# parcel.yaml\nproperties: {box: {$ref: 'api.yaml#/definitions/Box'}}\n",
    ),
    CodeInfo(
        TOO_MUCH,
        "Files that multiply one another",
        "Put together the files have more than five million values, or are nested more "
        "than 200 levels deep, because one is put in place of many references that "
        "are themselves put in place many times.",
        bad="a.yaml takes b.yaml ten times, b.yaml takes c.yaml ten times, and so on",
        good="the same as components, which are referred to",
    ),
)
"""Every code of this stage."""
