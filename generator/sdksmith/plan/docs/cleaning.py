"""Cleaning of descriptions whose text was damaged before the document was published.

Very long descriptions are cut as well, because docstrings and the README would be unreadable.
Names, defaults and examples are not changed. The document itself is not changed either:
`sdksmith repair` prints descriptions as they are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from ...model.types import Choice, Record
from ...text.damage import repair_text
from .cutting import LONGEST, cut_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from ...model.api import Api, Body, Operation, Parameter, Response, Server, Webhook
    from ...model.types import Field, Type

S = TypeVar("S", bound=Struct)

_TEXTS: Final = ("summary", "description", "title")


class DamagedText(Struct, frozen=True):
    """A description that was cleaned.

    Attributes:
        pointer: Pointer in the upgraded document.
        before: First damaged word.
        after: The word in the documentation of the client.
        count: Number of damaged words.
    """

    pointer: str
    before: str
    after: str
    count: int


class LongText(Struct, frozen=True):
    """A description that was cut.

    Attributes:
        pointer: Pointer in the upgraded document.
        text: The whole description.
    """

    pointer: str
    text: str


class CleanedApi(Struct, frozen=True):
    """API with clean descriptions, and what was cleaned.

    A text that occurs several times is listed once.
    """

    api: Api
    damaged: tuple[DamagedText, ...]
    long: tuple[LongText, ...]


def clean_descriptions(api: Api) -> CleanedApi:
    """Return the API with descriptions that are repaired and not too long."""
    cleaner = _Cleaner(frozenset(_dotted_names(api)))
    cleaned = cleaner.clean(
        api,
        "",
        servers=cleaner.clean_all(api.servers, cleaner.clean_server),
        tags=cleaner.clean_all(api.tags, lambda tag: cleaner.clean(tag, "/tags")),
        types=cleaner.clean_all(api.types, cleaner.clean_type),
        operations=cleaner.clean_all(api.operations, cleaner.clean_operation),
        security_schemes=cleaner.clean_all(
            api.security_schemes, lambda scheme: cleaner.clean(scheme, scheme.pointer)
        ),
        error_codes=cleaner.clean_all(
            api.error_codes, lambda code: cleaner.clean(code, "")
        ),
        webhooks=cleaner.clean_all(api.webhooks, cleaner.clean_webhook),
    )
    return CleanedApi(cleaned, tuple(cleaner.found), tuple(cleaner.long))


def _dotted_names(api: Api) -> Iterator[str]:
    """Yield the names of the document that could be read as two sentences."""
    names = [name for name, _ in api.schemas]
    names += [item.id for item in api.operations]
    names += [tag.name for tag in api.tags]
    yield from (name for name in names if "." in name)
    for item in api.types:
        if isinstance(item, Record):
            yield from (entry.name for entry in item.fields if "." in entry.name)
        elif isinstance(item, Choice):
            values = (value for value in item.values if isinstance(value, str))
            yield from (value for value in values if "." in value)


@lru_cache(maxsize=64)
def _text_fields(kind: type[Struct]) -> tuple[str, ...]:
    """Return the names of the fields of a struct that are cleaned."""
    return tuple(name for name in _TEXTS if name in kind.__struct_fields__)


class _Cleaner(Struct):
    """Cleaner of the texts of one API.

    Attributes:
        names: Names that are not changed.
        found: The cleaned texts.
        long: The cut texts.
        known: Clean text by text; most texts of a large document occur several times.
        parameters: Parameters with their clean form by `id`. Those that operations share
            remain shared.
    """

    names: AbstractSet[str]
    found: list[DamagedText] = field(default_factory=list[DamagedText])
    long: list[LongText] = field(default_factory=list[LongText])
    known: dict[str, str] = field(default_factory=lambda: {"": ""})
    parameters: dict[int, tuple[Parameter, Parameter]] = field(
        default_factory=dict[int, "tuple[Parameter, Parameter]"]
    )

    def clean_all(self, items: tuple[S, ...], clean: Callable[[S], S]) -> tuple[S, ...]:
        """Return the items; the same tuple if none was changed."""
        new = tuple(map(clean, items))
        is_same = all(one is other for one, other in zip(items, new, strict=True))
        return items if is_same else new

    def clean(self, item: S, pointer: str, **parts: object) -> S:
        """Return an object with clean texts and the given parts."""
        changes = {
            name: value
            for name, value in parts.items()
            if getattr(item, name) is not value
        }
        for name in _text_fields(type(item)):
            text = getattr(item, name)
            if text and (new := self.clean_text(text, pointer)) is not text:
                changes[name] = new
        return replace(item, **changes) if changes else item

    def clean_text(self, text: str, pointer: str) -> str:
        known = self.known.get(text)
        if known is None:
            known, changes = repair_text(text, self.names)
            if len(known) > LONGEST:
                self.long.append(LongText(pointer, known))
                known = cut_text(known)
            self.known[text] = known
            if changes:
                first = changes[0]
                self.found.append(
                    DamagedText(pointer, first.before, first.after, len(changes))
                )
        return text if known == text else known

    def clean_server(self, server: Server) -> Server:
        variables = self.clean_all(
            server.variables, lambda variable: self.clean(variable, "/servers")
        )
        return self.clean(server, "/servers", variables=variables)

    def clean_type(self, item: Type) -> Type:
        pointer, meta = item.meta.pointer, item.meta
        known = self.known
        # Most texts are empty or were cleaned before. Only the call took 2 % of the stage.
        if (
            known.get(meta.title) != meta.title
            or known.get(meta.description) != meta.description
        ):
            meta = self.clean(meta, pointer)
        if isinstance(item, Record):
            fields = self.clean_fields(item.fields, pointer)
            if meta is item.meta and fields is item.fields:
                return item
            return replace(item, meta=meta, fields=fields)
        if isinstance(item, Choice):
            texts = tuple(self.clean_text(text, pointer) for text in item.descriptions)
            kept = item.descriptions if texts == item.descriptions else texts
            return self.clean(item, pointer, meta=meta, descriptions=kept)
        return item if meta is item.meta else replace(item, meta=meta)

    def clean_fields(
        self, fields: tuple[Field, ...], pointer: str
    ) -> tuple[Field, ...]:
        known = self.known
        if all(known.get(text := entry.description) == text for entry in fields):
            return fields
        texts = [self.clean_text(entry.description, pointer) for entry in fields]
        pairs = list(zip(fields, texts, strict=True))
        if all(entry.description is text for entry, text in pairs):
            return fields
        return tuple(replace(entry, description=text) for entry, text in pairs)

    def clean_operation(self, operation: Operation) -> Operation:
        callbacks = self.clean_all(operation.callbacks, self.clean_webhook)
        return self.clean(
            operation,
            operation.pointer,
            parameters=self.clean_parameters(operation.parameters),
            body=self.clean_body(operation.body),
            responses=self.clean_all(operation.responses, self.clean_response),
            callbacks=callbacks,
        )

    def clean_webhook(self, webhook: Webhook) -> Webhook:
        return self.clean(
            webhook,
            webhook.pointer,
            parameters=self.clean_parameters(webhook.parameters),
            body=self.clean_body(webhook.body),
            responses=self.clean_all(webhook.responses, self.clean_response),
        )

    def clean_parameters(
        self, parameters: tuple[Parameter, ...]
    ) -> tuple[Parameter, ...]:
        return self.clean_all(parameters, self.clean_parameter)

    def clean_parameter(self, item: Parameter) -> Parameter:
        known = self.parameters.get(id(item))
        if known is None:
            known = item, self.clean(item, item.pointer)
            self.parameters[id(item)] = known
        return known[1]

    def clean_body(self, body: Body | None) -> Body | None:
        return self.clean(body, body.pointer) if body else None

    def clean_response(self, response: Response) -> Response:
        headers = self.clean_all(
            response.headers, lambda header: self.clean(header, response.pointer)
        )
        return self.clean(response, response.pointer, headers=headers)
