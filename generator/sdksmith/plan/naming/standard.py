"""Rules for the standard names: list, create, retrieve, update, replace and delete."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ...text.lexicon import COLLECTIVES, VERBS
from ...text.words import name_words, singular, snake, split_words
from ..content.paths import path_slots
from .rules import NameChoice, NamingRule
from .verbs import own_words

if TYPE_CHECKING:
    from ...model.types import TypeId
    from .facts import Chain, Facts

_ENVELOPES: Final = {"data", "item", "result", "value", "record", "entry", "element"}
"""Common names for the only list of an envelope, in the singular."""

LISTS: Final = NamingRule(
    "list-collection",
    "GET of a collection whose response is a list lists it. So does GET of a path that "
    "ends in a placeholder, if it returns a list in pages and no other GET does.",
    "GET /invoices -> invoices.list",
)
RETRIEVES: Final = NamingRule(
    "retrieve",
    "GET of an item, of a single resource, or with a response that cannot be a list "
    "retrieves it. So does GET of an object if the operationId starts with `retrieve`.",
    "GET /invoices/{id} -> invoices.retrieve\nGET /account -> account.retrieve",
)
CREATES: Final = NamingRule(
    "create",
    "POST to a collection or a single resource creates it; 88 % of SDKs name it so.",
    "POST /invoices -> invoices.create",
)
CREATES_ITEM: Final = NamingRule(
    "create-item",
    "POST to an item creates it if another method updates it and the collection has no "
    "POST.",
    "POST /pets/{id} -> pets.create\nPUT /pets/{id} -> pets.update",
)
POSTS_ITEM: Final = NamingRule(
    "post-item",
    "POST to an item keeps its own name if the collection creates items and PATCH "
    "updates them.",
    "POST /pets -> pets.create\nPOST /pets/{id} -> pets.post\n"
    "PATCH /pets/{id} -> pets.update",
)
UPDATES: Final = NamingRule(
    "update",
    "PATCH updates a resource. So do PUT and POST to an item if no other method does.",
    "PATCH /invoices/{id} -> invoices.update\nPOST /charges/{id} -> charges.update",
)
UPDATES_SINGLE: Final = NamingRule(
    "update-single",
    "POST to a single resource updates it if GET on the same path returns the same type, "
    "because it can be read before it is written.",
    "",
)
REPLACES: Final = NamingRule(
    "replace",
    "PUT replaces a resource that another method updates.",
    "PATCH /pets/{id} -> pets.update\nPUT /pets/{id} -> pets.replace",
)
UPDATES_ALL: Final = NamingRule(
    "update-all",
    "PUT or PATCH of a collection gets the suffix `all` if its items can be updated.",
    "PUT /roles -> roles.update_all\nPUT /roles/{id} -> roles.update",
)
DELETES: Final = NamingRule(
    "delete",
    "DELETE of an item or of a single resource deletes it.",
    "DELETE /invoices/{id} -> invoices.delete",
)
DELETES_ALL: Final = NamingRule(
    "delete-all",
    "DELETE of a collection never has the name that deletes one item.",
    "DELETE /invoices -> invoices.delete_all",
)
OTHER_METHOD: Final = NamingRule(
    "http-method",
    "An HTTP method without a standard name is named after itself.",
    "HEAD /invoices/{id} -> invoices.head",
)
STANDARD_RULES: Final = (
    *(LISTS, RETRIEVES, CREATES, CREATES_ITEM, POSTS_ITEM, UPDATES),
    *(UPDATES_SINGLE, REPLACES, UPDATES_ALL, DELETES, DELETES_ALL, OTHER_METHOD),
)

_SIMPLE: Final = {
    "GET": NameChoice(("retrieve",), RETRIEVES),
    "POST": NameChoice(("update",), UPDATES),
    "PUT": NameChoice(("update",), UPDATES),
    "PATCH": NameChoice(("update",), UPDATES),
    "DELETE": NameChoice(("delete",), DELETES),
}
"""Names of methods on one resource."""
_LIST: Final = NameChoice(("list",), LISTS)
_CREATE: Final = NameChoice(("create",), CREATES)
_UPDATE_SINGLE: Final = NameChoice(("update",), UPDATES_SINGLE)
_REPLACE: Final = NameChoice(("replace",), REPLACES)


class Paths(Struct, frozen=True):
    """Facts about paths, collected from all operations.

    Attributes:
        methods: Chain and whether the path ends in an item -> the HTTP methods of the
            path; an empty string for an update that the operationId names otherwise.
        singles: Chain -> the types of the objects without lists that GET returns.
        slots: HTTP method and chain -> the numbers of placeholders at the end of such
            paths.
        versions: HTTP method, chain and number of placeholders -> the versions of such
            paths.
    """

    methods: dict[tuple[Chain, bool], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    singles: dict[Chain, set[TypeId]] = field(default_factory=lambda: defaultdict(set))
    slots: dict[tuple[str, Chain], set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )

    versions: dict[tuple[str, Chain, int], set[Chain]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def add(self, item: Facts) -> None:
        """Add the path of an operation."""
        self.versions[_versionless(item)].add(item.shape.version)
        method = "" if _has_own_name(item) else item.method
        self.methods[item.chain, item.shape.ends_in_item].add(method)
        response = item.response
        if item.method == "GET" and response.type is not None and not response.lists:
            self.singles[item.chain].add(response.type)
        if item.shape.steps and not _returns_pages(item):
            slots = len(item.shape.steps[-1].slots)
            self.slots[item.method, item.chain].add(slots)

    def has_versions(self, item: Facts) -> bool:
        """Return whether other paths differ from that of an operation in the version."""
        return len(self.versions[_versionless(item)]) > 1

    def has_shorter(self, item: Facts) -> bool:
        """Return whether another path has fewer placeholders at its end."""
        count = len(item.shape.steps[-1].slots)
        known = self.slots.get((item.method, item.chain), ())
        return any(0 < other < count for other in known)

    def writes_single(self, item: Facts) -> bool:
        """Return whether an operation writes the single object that GET returns."""
        return (
            item.response.type in self.singles.get(item.chain, ())
            and item.last[0] not in VERBS
            and (item.chain, True) not in self.methods
            and not self.methods[item.chain, False] & {"PUT", "PATCH"}
        )

    def of_item(self, item: Facts) -> set[str]:
        """Return the HTTP methods of the items of the collection of an operation."""
        return self.methods.get((item.chain, True), set())


def _versionless(item: Facts) -> tuple[str, Chain, int]:
    return item.method, item.chain, len(path_slots(item.operation.path))


def _has_own_name(item: Facts) -> bool:
    """Return whether an operationId is the name of an update: `pets_partial_update`."""
    if item.method not in {"PATCH", "PUT"}:
        return False
    group = frozenset(map(singular, item.name.group))
    return bool(own_words(item.name, "update", group or item.known))


def standard_name(item: Facts, paths: Paths) -> NameChoice:
    """Return the standard name of an operation, from HTTP method, path and response."""
    method = item.method
    if not item.shape.steps:
        if method == "GET" and item.response.is_list:
            return _LIST
        return _SIMPLE.get(method) or _other(method)
    if item.shape.ends_in_item:
        return _item_name(item, paths)
    is_collection = (
        item.shape.steps[-1].is_plural
        or item.last[-1] in COLLECTIVES
        or (item.chain, True) in paths.methods
    )
    match method:
        case "GET":
            has_items = "GET" in paths.of_item(item)
            lists = _lists(item, is_collection=is_collection, has_items=has_items)
            return _LIST if lists else _SIMPLE["GET"]
        case "POST":
            return _UPDATE_SINGLE if paths.writes_single(item) else _CREATE
        case "DELETE":
            return (
                NameChoice(("delete_all",), DELETES_ALL)
                if is_collection
                else _SIMPLE["DELETE"]
            )
        case "PUT" | "PATCH":
            present = paths.methods[item.chain, False]
            if method == "PUT" and "PATCH" in present:
                return _REPLACE
            if paths.of_item(item) & {"PUT", "PATCH"}:
                return NameChoice(("update_all",), UPDATES_ALL)
            return _SIMPLE[method]
        case _:
            return _other(method)


def _returns_pages(item: Facts) -> bool:
    """Return whether GET returns a list in pages, also if the path ends in an item."""
    response = item.response
    has_list = response.is_list or len(response.lists or ()) == 1
    return item.method == "GET" and item.pages and has_list


def _item_name(item: Facts, paths: Paths) -> NameChoice:
    """Return the standard name of a method on one item of a collection."""
    method = item.method
    present = paths.of_item(item)
    in_collection = paths.methods.get((item.chain, False), ())
    if _returns_pages(item) and "GET" not in in_collection:
        return _LIST
    has_create = "POST" in in_collection
    if method == "POST" and present & {"PATCH", "PUT"}:
        if not has_create:
            return NameChoice(("create",), CREATES_ITEM)
        if "PATCH" in present:
            return NameChoice(("post",), POSTS_ITEM)
    if method == "PUT" and ("PATCH" in present or ("POST" in present and has_create)):
        return _REPLACE
    return _SIMPLE.get(method) or _other(method)


def _other(method: str) -> NameChoice:
    return NameChoice((method_word(method),), OTHER_METHOD)


def method_word(method: str) -> str:
    """Return an HTTP method as a word of a name: `M-SEARCH` is `m_search`."""
    return snake(name_words(method))


def _lists(item: Facts, *, is_collection: bool, has_items: bool) -> bool:
    """Return whether GET on a resource lists it.

    Args:
        item: The operation.
        is_collection: Whether the path is that of a collection.
        has_items: Whether another GET returns an item of the collection, so that this
            one cannot return an item itself.
    """
    response = item.response
    if response.is_single:
        return False
    if response.is_list or item.pages or has_items:
        return True
    if item.name.words[:1] == ("retrieve",):
        return False
    if response.lists is None:
        return is_collection
    if is_collection:
        return bool(response.lists)
    names = _ENVELOPES | {singular(word) for word in item.last}
    return len(response.lists) == 1 and any(
        singular(word) in names for word in split_words(response.lists[0])
    )
