"""Rules that decide names, which `sdksmith explain --name` prints.

The rules for standard names are in `standard.py`, those for actions in `actions.py`, and
those for names of types in the modules that apply them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    Words = tuple[str, ...]


class NamingRule(Struct, frozen=True):
    """Rule that decides a part of a name.

    Attributes:
        name: Identifier in kebab-case, such as `drop-package`.
        reason: Why names are better with the rule; one sentence.
        example: What the rule does, as `before -> after`. For methods and resources,
            operations with their calls, as `GET /path operationId -> call`, one a line,
            which tests check.
    """

    name: str
    reason: str
    example: str


class Candidate(Struct, frozen=True):
    """Possible name, used if no other object with precedence has it.

    Attributes:
        name: The name.
        rules: The rules that make the name from the text of the document.
    """

    name: str
    rules: tuple[NamingRule, ...]


class NameChoice(Struct, frozen=True):
    """A decision about a name, with the rule that made it."""

    words: Words
    rule: NamingRule


PATH_RESOURCE: Final = NamingRule(
    "path",
    "The fixed segments of a path are the chain of resources, without version, prefix "
    "and `api`.",
    "GET /v1/customers/{id}/sources -> customers.sources.list",
)
ID_GROUP: Final = NamingRule(
    "operation-group",
    "An operationId with a group (`Group_Name`, `group/name`) names the resource.",
    "GET /repos/{owner}/{repo} repos/get -> repos.retrieve",
)
TAG_RESOURCE: Final = NamingRule(
    "tag",
    "The first tag is the resource of a path that contains none.",
    "POST /login -> login",
)
ROOT_PATH: Final = NamingRule(
    "root-path",
    "A path without words is named after its operationId.",
    "GET / getRoot -> get_root",
)
DOTTED_ID: Final = NamingRule(
    "dotted-operation-id",
    "If nearly all operationIds are chains, they are the chains of the client, because "
    "paths such as `/v1/{name}` do not contain them.",
    "GET /v1/{name} run.jobs.get -> jobs.retrieve",
)
ID_VERB: Final = NamingRule(
    "operation-verb",
    "A verb in the operationId that says more than the HTTP method is the method name.",
    "POST /messages sendMessage -> messages.send\n"
    "POST /tags untagResource -> tags.untag_resource",
)
ITEM_PART: Final = NamingRule(
    "item-part",
    "A path with one placeholder more than an item is a part of it.",
    "GET /webhooks/{id} -> webhooks.retrieve\n"
    "GET /webhooks/{id}/{field} -> webhooks.retrieve_field",
)
PINNED_METHOD: Final = NamingRule(
    "given-method",
    "The settings or an extension of the document name the method.",
    "",
)
PINNED_RESOURCE: Final = NamingRule(
    "given-resource",
    "The settings or an extension of the document name the resource.",
    "",
)
LONGER_NAME: Final = NamingRule(
    "longer-name",
    "Another operation has the plain name: the one without versions and fixed "
    "parameters, then the one with the shorter path.",
    "GET /orders -> orders.list\nGET /api/v2/orders -> orders.list_v2",
)
CALLABLE: Final = NamingRule(
    "callable-resource",
    "The last segment is a method name and a resource, so the resource can be called.",
    "",
)
ARGUMENT_NAME: Final = NamingRule(
    "argument",
    "An argument has the words of its parameter in snake_case.",
    "",
)
EXACT_ARGUMENT: Final = NamingRule(
    "exact-argument",
    "An argument keeps the name of its parameter if that is a valid name.",
    "",
)
LONGER_ARGUMENT: Final = NamingRule(
    "longer-argument",
    "Another argument has the plain name: the one whose parameter has exactly that name, "
    "then the one in the path. The place is the prefix, or the spelling the suffix.",
    "",
)
PLACEMENT_RULES: Final = (
    *(PATH_RESOURCE, ID_GROUP, TAG_RESOURCE, ROOT_PATH, DOTTED_ID, ID_VERB, ITEM_PART),
    *(PINNED_METHOD, PINNED_RESOURCE, LONGER_NAME, CALLABLE),
    *(ARGUMENT_NAME, EXACT_ARGUMENT, LONGER_ARGUMENT),
)


def unique_rules(rules: Iterable[NamingRule]) -> dict[str, NamingRule]:
    """Return rules by name.

    Raises:
        ValueError: If two rules have the same name.
    """
    found: dict[str, NamingRule] = {}
    for rule in rules:
        if found.setdefault(rule.name, rule) is not rule:
            raise ValueError(f"two naming rules are called {rule.name}")
    return found
