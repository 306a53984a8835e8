"""Diagnostic codes of the bundle stage, with the texts of `sdksmith explain`."""

from __future__ import annotations

from typing import Final

from ..report.diagnostics import CodeInfo

UNREAD_FILE: Final = "BN001"
TARGET_NOT_FOUND: Final = "BN002"
CIRCULAR_INSERTION: Final = "BN003"
BUNDLE_TOO_LARGE: Final = "BN004"
RESOLVED_IN_ENTRY: Final = "BN005"

CODES: Final = (
    CodeInfo(
        UNREAD_FILE,
        "Referenced file cannot be read",
        "A reference names a file that does not exist, is not JSON or YAML, or may not be "
        "read. Local files are read only by relative path, only inside the project of the "
        "document (the version-controlled folder that contains it, or the working folder), "
        "and only if their names end in .json, .yaml or .yml or have no extension. Files "
        "on other servers are fetched only with --allow-remote. A schema that cannot be "
        "read accepts any JSON value, and a response that cannot be read has no content. "
        "Parameters are removed, and operations are omitted from the client.",
        bad="definitions:\n  Parcel: {$ref: 'parcels/missing.yaml'}\n",
        good="definitions:\n  Parcel: {$ref: 'parcels/parcel.yaml'}\n",
    ),
    CodeInfo(
        TARGET_NOT_FOUND,
        "Reference into a file cannot be resolved",
        "The referenced file exists, but it does not define the JSON Pointer, anchor or "
        "`$id` of the reference, or the value there is of another kind. The reference is "
        "replaced as described for BN001: a schema accepts any JSON value, for example.",
        bad="definitions:\n  Parcel: {$ref: 'parcels.yaml#/Parcle'}\n",
        good="definitions:\n  Parcel: {$ref: 'parcels.yaml#/Parcel'}\n",
    ),
    CodeInfo(
        CIRCULAR_INSERTION,
        "Object references itself",
        "sdksmith does not turn path items, operations and whole sections of other files "
        "into components; it inserts them in place of the reference. An object that "
        "references itself would be inserted without end, so the inner reference is "
        "removed. Remove the circular reference.",
        bad="# users.yaml\nget:\n  callbacks: {done: {'{$url}': {$ref: users.yaml}}}\n",
        good="# users.yaml\nget:\n  callbacks: {done: {'{$url}': {$ref: done.yaml}}}\n",
    ),
    CodeInfo(
        RESOLVED_IN_ENTRY,
        "Local reference resolves only in the entry document",
        "A reference that starts with `#` points into the file that contains it. The "
        "target is missing there, but the entry document defines it, and tools that paste "
        "files into one another find it there. sdksmith uses the target in the entry "
        "document. Write the file name before the `#`.",
        bad="# parcel.yaml\nproperties: {box: {$ref: '#/definitions/Box'}}\n",
        good="# parcel.yaml\nproperties: {box: {$ref: 'api.yaml#/definitions/Box'}}\n",
    ),
    CodeInfo(
        BUNDLE_TOO_LARGE,
        "Bundled document is too large",
        "The document together with the files it references has more than five million "
        "values, or is nested more than 200 levels deep. This happens if a file is "
        "inserted at many references that are themselves inserted many times. Nothing is "
        "generated. Define the repeated objects as components and reference those.",
        bad="a.yaml includes b.yaml ten times, b.yaml includes c.yaml ten times, and so on",
        good="the same objects, defined as components and referenced",
    ),
)
"""All codes of this stage."""
