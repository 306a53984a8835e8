"""Planning of a package from an API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..model.released_names import ReleasedNames
from ..report.budget import Budget
from ..report.diagnostics import Diagnostic, Effect, Location
from ..text.prose import end_sentence
from ..text.pysource import identifier, join
from ..text.urls import is_web_url
from ..text.words import singular, split_words
from .client.build import (
    choose_server,
    name_options,
    plan_client,
    without_certificates,
)
from .content.querystrings import spread_querystrings
from .content.servers import drop_repeated_servers, server_url
from .content.twins import find_twins, without_twins
from .docs.cleaning import clean_descriptions
from .docs.cutting import describe_place
from .docs.docstrings import describe_resource
from .docs.summaries import split_first_sentence
from .error_codes import plan_error_codes
from .features import find_features
from .names import OtherNames, collect_names
from .naming.dotted import open_spanning_slots
from .naming.inline.owners import operation_words
from .naming.kept.moved_keys import follow_paths
from .naming.kept.released import key_of
from .naming.resources import build_tree, name_classes
from .notes import find_notes
from .operations.methods import MethodPlanner
from .operations.variants import add_variants, api_with_variants
from .package import ChildView, LongTextView, Package, ResourceView
from .samples.values import SampleMaker
from .smoke.calls import SmokePlanner
from .types.definitions import plan_models, plan_params
from .types.formats import ShapePlanner
from .types.library import plan_library
from .types.merge_patches import open_merge_patches
from .webhooks.build import plan_webhooks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..model.api import Api, Server
    from .content.twins import Twins
    from .docs.cleaning import CleanedApi
    from .naming.facts import Chain
    from .naming.resources import Resource
    from .settings import PlanSettings


class Planned(Struct, frozen=True):
    """Result of the plan stage.

    Attributes:
        package: The package to render.
        diagnostics: Findings about names, pagination and media types.
        names: The names of the client; None if the settings do not ask for them.
        released: The names of `settings` with their keys in this API.
    """

    package: Package
    diagnostics: tuple[Diagnostic, ...]
    names: ReleasedNames | None = None
    released: ReleasedNames = ReleasedNames()


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
    twins = _find_twins(api, settings.names_to_keep)
    server = choose_server(api, settings)
    cleaned = clean_descriptions(_with_domains(without_twins(api, twins), server))
    api = cleaned.api
    released = follow_paths(settings.names_to_keep, api)
    tree = build_tree(api, released, with_aliases=settings.deprecated_aliases)
    tree = add_variants(api, tree, released)
    library = plan_library(api_with_variants(api, tree), tree, released)
    nodes = [node for node in tree.walk() if node.chain]
    classes = name_classes([node.chain for node in nodes], library.names.all_names())
    smoke = SmokePlanner(
        library,
        server_url(server) if server else "",
        SampleMaker(api, sent=True, thorough=settings.thorough),
        SampleMaker(api, sent=False, thorough=settings.thorough),
        settings.thorough,
    )
    shapes = ShapePlanner(library)
    methods = MethodPlanner(library, shapes, smoke, budget or Budget(), released)
    planner = _ResourcePlanner(methods, classes, _tag_descriptions(api))
    children, calls = planner.children(tree), methods.plan_methods(tree)
    client = plan_client(api, settings, server, children, calls)
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
        error_codes=plan_error_codes(api.error_codes, released.error_codes),
        documentation_url=_documentation_url(api),
        webhooks=plan_webhooks(library, operation_words(tree)),
        long_texts=_long_texts(cleaned),
    )
    package = replace(package, features=find_features(package))
    notes = tuple(
        Diagnostic(note.code, Effect.NOTED, note.message, locate(note.pointer))
        for note in find_notes(tree, library, cleaned, package, twins)
    )
    if settings.released is None:
        return Planned(package, notes)
    others = OtherNames(
        methods.arguments,
        name_options(api, settings, server),
        {str(item.value): str(item.name) for item in package.error_codes},
    )
    found = collect_names(library, tree, others, released)
    return Planned(package, notes, found, released)


def _find_twins(api: Api, released: ReleasedNames) -> list[Twins]:
    """Return the twins of which one can be omitted: released methods are kept."""
    return [
        item for item in find_twins(api) if key_of(item.other) not in released.methods
    ]


def _with_domains(api: Api, server: Server | None) -> Api:
    """Return the API after all transformations that precede planning."""
    api = drop_repeated_servers(without_certificates(api), server)
    return open_merge_patches(open_spanning_slots(spread_querystrings(api)))


def _documentation_url(api: Api) -> str:
    # Package indexes reject other URLs in the metadata of a package.
    return api.external_docs if is_web_url(api.external_docs) else ""


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


def _long_texts(cleaned: CleanedApi) -> tuple[LongTextView, ...]:
    title = cleaned.api.title
    return tuple(
        LongTextView(describe_place(item.pointer, title), item.text)
        for item in cleaned.long
    )
