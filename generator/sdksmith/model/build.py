"""Entry point of the model stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..json_data import array_of, object_of, text_of
from ..report.budget import Budget
from .api import Api, Tag
from .arena import Arena
from .builders import Builders
from .discriminator_fields import add_discriminator_fields
from .operations.build import build_operations
from .operations.servers import read_servers
from .references import References
from .reporter import Reporter
from .schemas.conversion import SchemaTypes
from .security.build import Security
from .webhooks.build import read_webhooks

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from ..load.document import Document
    from ..report.diagnostics import Diagnostic


class Built(Struct, frozen=True):
    """Result of the model stage: an API, and diagnostics about its document."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]


def build_api(
    document: Document, budget: Budget | None = None, *, with_places: bool = False
) -> Built:
    """Return the model of a document that was upgraded to OpenAPI 3.1.

    The document is not modified. A schema that cannot be used accepts any JSON value, and
    an operation that cannot be built is omitted with a diagnostic that counts it.

    Args:
        document: The document.
        budget: Remaining work of the run. Defaults to that of a small document.
        with_places: Whether to fill `Api.places`.

    Raises:
        DocumentError: If the model needs more nodes than the budget has.
    """
    root = document.root
    reporter = Reporter(document)
    references = References(root, reporter)
    arena = Arena(budget or Budget(locate=document.locate))
    schemas = SchemaTypes(root, references, arena)
    # Components first: the types that an operation adds can then be rolled back.
    components = schemas.components()
    arena.build_all()
    security = Security(root, references, reporter)
    builders = Builders(root, reporter, references, arena, schemas, security)
    operations = build_operations(builders)
    webhooks = read_webhooks(builders)
    arena.build_all()
    info = object_of(root.get("info"))
    metas = (item.meta for item in arena.types()) if with_places else ()
    api = Api(
        title=_text(info.get("title")),
        version=_text(info.get("version")),
        description=_text(info.get("description")),
        servers=read_servers(root.get("servers")),
        tags=_read_tags(root),
        types=add_discriminator_fields(arena.types()),
        schemas=tuple(components),
        operations=operations.operations,
        operations_total=operations.total,
        security_schemes=security.schemes,
        error_codes=operations.error_codes,
        external_docs=_text(object_of(root.get("externalDocs")).get("url")),
        security=security.default,
        webhooks=webhooks,
        places=schemas.places_of(metas),
    )
    return Built(api, reporter.all())


def _text(value: JsonValue) -> str:
    return text_of(value).strip()


def _read_tags(root: JsonObject) -> tuple[Tag, ...]:
    """Return the tags that the document declares, without duplicates."""
    tags: dict[str, Tag] = {}
    for node in array_of(root.get("tags")):
        declared = object_of(node)
        name = text_of(declared.get("name"))
        if name:
            tag = Tag(
                name,
                _text(declared.get("description")),
                _text(declared.get("summary")),
                text_of(declared.get("parent")),
                text_of(declared.get("kind")),
            )
            tags.setdefault(name, tag)
    return tuple(tags.values())
