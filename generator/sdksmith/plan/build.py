"""Planning of a package from an API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..report.budget import Budget
from ..report.diagnostics import Diagnostic, Effect, Location
from ..text.prose import end_sentence
from ..text.pysource import identifier, join
from ..text.urls import is_web_url
from ..text.words import singular, split_words
from .client.build import choose_server, plan_client, without_certificates
from .codes import (
    DAMAGED_TEXT,
    LONG_TEXT,
    LONGER_METHOD,
    RENAMED_SCHEMA,
    UNDECODED_OBJECTS,
    UNREAD_PAGING,
    UNTESTED_METHOD,
)
from .content.querystrings import spread_querystrings
from .content.servers import drop_repeated_servers, server_url
from .content.undecoded import find_undecoded
from .docs.cleaning import clean_descriptions
from .docs.cutting import describe_place
from .docs.docstrings import describe_resource
from .docs.summaries import split_first_sentence
from .error_codes import plan_error_codes
from .features import find_features
from .naming.dotted import open_spanning_slots
from .naming.resources import build_tree, name_classes
from .operations.methods import MethodPlanner
from .operations.variants import add_variants, api_with_variants
from .package import ChildView, LongTextView, Package, ResourceView
from .paging.detection import InvalidHints, read_hints
from .paging.pointers import split_pointer
from .samples.values import SampleMaker
from .smoke.calls import SmokePlanner
from .types.definitions import plan_models, plan_params
from .types.formats import ShapePlanner
from .types.library import operation_words, plan_library
from .types.merge_patches import open_merge_patches
from .webhooks.build import plan_webhooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..model.api import Api, Server
    from .docs.cleaning import CleanedApi
    from .naming.facts import Chain
    from .naming.resources import Resource
    from .naming.types import TypeNames
    from .settings import PlanSettings


class Planned(Struct, frozen=True):
    """Result of the plan stage.

    Attributes:
        package: The package to render.
        diagnostics: Findings about names, pagination and media types.
    """

    package: Package
    diagnostics: tuple[Diagnostic, ...]


def build_package(
    api: Api,
    settings: PlanSettings,
    locate: Callable[[str], Location] | None = None,
    budget: Budget | None = None,
) -> Planned:
    """Return the package for an API.

    Args:
        api: The API.
        settings: Values that are not part of the document.
        locate: Function that returns the source location of a pointer into the upgraded
            document. Without it, the locations of diagnostics contain only the pointer.
        budget: Remaining work of the run. Defaults to that of a small document.

    Raises:
        DocumentError: If the package needs more than the budget has.
    """
    locate = locate or (lambda pointer: Location("", 0, 0, pointer))
    server = choose_server(api, settings)
    cleaned = clean_descriptions(_with_domains(api, server))
    api = cleaned.api
    tree = add_variants(api, build_tree(api))
    library = plan_library(api_with_variants(api, tree), tree)
    names = library.names
    nodes = [node for node in tree.walk() if node.chain]
    classes = name_classes([node.chain for node in nodes], names.all_names())
    smoke = SmokePlanner(
        library,
        server_url(server) if server else "",
        SampleMaker(api, sent=True, thorough=settings.thorough),
        SampleMaker(api, sent=False, thorough=settings.thorough),
        settings.thorough,
    )
    shapes = ShapePlanner(library)
    methods = MethodPlanner(library, shapes, smoke, budget or Budget())
    planner = _ResourcePlanner(methods, classes, _tag_descriptions(api))
    client = plan_client(
        api,
        settings,
        server,
        planner.children(tree),
        methods.plan_methods(tree),
    )
    package = Package(
        name=identifier(settings.package),
        distribution=settings.distribution,
        version=settings.version,
        title=api.title,
        description=api.description,
        api_version=api.version,
        client=client,
        resources=tuple(map(planner.plan, nodes)),
        models=plan_models(library),
        params=plan_params(library),
        formats=tuple(shapes.named().items()),
        error_codes=plan_error_codes(api.error_codes),
        documentation_url=_documentation_url(api),
        webhooks=plan_webhooks(library, operation_words(tree)),
        long_texts=_long_texts(cleaned),
    )
    package = replace(package, features=find_features(package))
    notes = (
        Diagnostic(note.code, Effect.NOTED, note.message, locate(note.pointer))
        for note in (
            *(*_schema_notes(names), *_method_notes(tree), *_paging_notes(api)),
            *(*_media_type_notes(api), *_text_notes(cleaned), *_test_notes(package)),
        )
    )
    return Planned(package, tuple(notes))


def _with_domains(api: Api, server: Server | None) -> Api:
    """Return the API after all transformations that precede planning."""
    api = drop_repeated_servers(without_certificates(api), server)
    return open_merge_patches(open_spanning_slots(spread_querystrings(api)))


def _documentation_url(api: Api) -> str:
    # Package indexes reject other URLs in the metadata of a package.
    return api.external_docs if is_web_url(api.external_docs) else ""


class _Note(Struct, frozen=True):
    """A finding about the element at `pointer` in the upgraded document."""

    code: str
    message: str
    pointer: str


def _tag_descriptions(api: Api) -> Mapping[tuple[str, ...], str]:
    """Return the descriptions of tags by the words of their names, in the singular."""
    return {
        tuple(map(singular, split_words(tag.name))): tag.description for tag in api.tags
    }


class _ResourcePlanner(Struct, frozen=True):
    """Planner of resources.

    Attributes:
        methods: Planner of their methods.
        classes: Chain -> the sync class.
        described: Descriptions of tags; see `_tag_descriptions`.
    """

    methods: MethodPlanner
    classes: Mapping[Chain, str]
    described: Mapping[tuple[str, ...], str]

    def plan(self, node: Resource) -> ResourceView:
        """Return the view of a resource."""
        return ResourceView(
            module=identifier(node.module),
            chain=join(".", map(identifier, node.chain)),
            class_name=identifier(self.classes[node.chain]),
            async_class_name=identifier(f"Async{self.classes[node.chain]}"),
            description=self._description(node),
            children=self.children(node),
            methods=self.methods.plan_methods(node),
            summary=_first_sentence(self._documented(node)),
        )

    def children(self, node: Resource) -> tuple[ChildView, ...]:
        """Return the views of the child resources."""
        return tuple(
            ChildView(
                attribute=identifier(child.attribute),
                module=identifier(child.module),
                class_name=identifier(self.classes[child.chain]),
                async_class_name=identifier(f"Async{self.classes[child.chain]}"),
                description=_first_sentence(self._description(child)),
            )
            for child in node.children
        )

    def _documented(self, node: Resource) -> str:
        words = tuple(map(singular, node.attribute.strip("_").split("_")))
        return self.described.get(words, "")

    def _description(self, node: Resource) -> str:
        return self._documented(node) or describe_resource(
            node.attribute,
            [item.name for item in node.operations],
            [child.attribute for child in node.children],
        )


def _first_sentence(text: str) -> str:
    return end_sentence(split_first_sentence(text)[0])


def _schema_notes(names: TypeNames) -> Iterator[_Note]:
    for pointer, name in names.renamed:
        schema = split_pointer(pointer)[-1]
        yield _Note(
            RENAMED_SCHEMA,
            f"schema name `{schema}` is not available as a class name; class named "
            f"`{name}`",
            pointer,
        )


def _method_notes(tree: Resource) -> Iterator[_Note]:
    for node in tree.walk():
        for item in node.operations:
            if item.name != item.wanted:
                chain = ".".join((*node.chain, item.name))
                yield _Note(
                    LONGER_METHOD,
                    f"method name `{item.wanted}` is not unique; method named "
                    f"`client.{chain}`",
                    item.operation.pointer,
                )


def _paging_notes(api: Api) -> Iterator[_Note]:
    for item in api.operations:
        if item.paging is None:
            continue
        read = read_hints(api, item, item.paging)
        if isinstance(read, InvalidHints):
            message = f"`{item.paging.source}` cannot be used: {read.reason}; ignored"
            yield _Note(UNREAD_PAGING, message, item.pointer)


def _long_texts(cleaned: CleanedApi) -> tuple[LongTextView, ...]:
    title = cleaned.api.title
    return tuple(
        LongTextView(describe_place(item.pointer, title), item.text)
        for item in cleaned.long
    )


def _text_notes(cleaned: CleanedApi) -> Iterator[_Note]:
    for item in cleaned.long:
        message = (
            f"description of {len(item.text):,} characters is cut where it is too long; "
            "`api.md` contains all of it"
        )
        yield _Note(LONG_TEXT, message, item.pointer)
    for text in cleaned.damaged:
        others = f", and {text.count - 1} more" if text.count > 1 else ""
        message = (
            f"description contains damaged text: `{text.before}` documented as "
            f"`{text.after}`{others}"
        )
        yield _Note(DAMAGED_TEXT, message, text.pointer)


def _media_type_notes(api: Api) -> Iterator[_Note]:
    for message, pointer in find_undecoded(api):
        yield _Note(UNDECODED_OBJECTS, message, pointer)


def _test_notes(package: Package) -> Iterator[_Note]:
    for method in package.methods:
        if not method.smoke.is_tested:
            message = (
                f"a sample call of `{method.http_method} {method.path[:80]}` would be "
                "too large; the method has no smoke test"
            )
            yield _Note(UNTESTED_METHOD, message, method.pointer)
