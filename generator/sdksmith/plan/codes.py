"""The codes of what the plan says about a document."""

from __future__ import annotations

from typing import Final

from ..diagnostics import CodeInfo

RENAMED_SCHEMA: Final = "PL001"
LONGER_METHOD: Final = "PL002"

CODES: Final = (
    CodeInfo(
        RENAMED_SCHEMA,
        "A schema could not keep its name",
        "Class names must differ in more than case, and must not hide what a client "
        "has anyway (`Client`, `Omit`, `Any`, ...). Where two schemas spell the same "
        "class name, both take a longer one, so that neither depends on their order.",
        "components:\n  schemas:\n    Client: {type: object}\n",
        "components:\n  schemas:\n    Customer: {type: object}\n",
    ),
    CodeInfo(
        LONGER_METHOD,
        "Operations of one resource ask for the same method name",
        "All of them take a longer name: from the operationId, or from the "
        "placeholders of the path. Settings can give better ones:\n\n"
        '    [names]\n    "GET /users/{name}" = "users.find"',
        "paths:\n  /users/{id}:\n    get: {responses: {'200': {description: OK}}}\n"
        "  /users/{name}/:\n    get: {responses: {'200': {description: OK}}}\n",
        "paths:\n  /users/{id}:\n    get: {responses: {'200': {description: OK}}}\n"
        "  /users/by-name/{name}:\n"
        "    get: {responses: {'200': {description: OK}}}\n",
    ),
)
"""Every code, in order, for `sdksmith explain`."""
