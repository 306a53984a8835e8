"""The codes of what the plan says about a document."""

from __future__ import annotations

from typing import Final

from ..diagnostics import CodeInfo

RENAMED_SCHEMA: Final = "PL001"
LONGER_METHOD: Final = "PL002"
UNREAD_PAGING: Final = "PL003"

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
    CodeInfo(
        UNREAD_PAGING,
        "What is said about the pages of a list does not fit the operation",
        "An extension (`x-sdksmith-paging`, `x-ms-pageable`, `x-speakeasy-pagination` or "
        "`x-fern-pagination`) names a parameter that the operation does not take, or a "
        "list that its answer does not hold. It is passed over, and what parameters and "
        "answer say by themselves counts. Settings say it without touching the "
        'document:\n\n    [operations."GET /users".paging]\n    by = "cursor"\n'
        '    parameter = "after"\n    next = "/last"',
        "paths:\n  /users:\n    get:\n"
        "      x-sdksmith-paging: {by: cursor, parameter: aftr, next: /last}\n",
        "paths:\n  /users:\n    get:\n"
        "      x-sdksmith-paging: {by: cursor, parameter: after, next: /last}\n",
    ),
)
"""Every code, in order, for `sdksmith explain`."""
