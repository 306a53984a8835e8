"""The package as it will be rendered: everything decided, nothing left to templates.

Strings of type `Code` are Python source. Plain strings are text of the document or for
people; they reach Python source only through the filters of `render/environment.py`.

Every `Code` is one line, however long: `render/layout.py` breaks it. Imports of a view
are what its own expressions need. What a template itself writes (`Resource`,
`Operation`, `TYPE_CHECKING`, `TypedDict`, ...) render adds; a name may be in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..text.pysource import Code

if TYPE_CHECKING:
    from .webhookviews import WebhooksView


class ImportView(Struct, frozen=True):
    """`from module import names`, or `import module` when there are no names."""

    module: Code
    names: tuple[Code, ...] = ()


class ImportsView(Struct, frozen=True):
    """The imports of a module, sorted: standard library, third party, own package."""

    standard: tuple[ImportView, ...] = ()
    third_party: tuple[ImportView, ...] = ()
    own: tuple[ImportView, ...] = ()
    typing_only: ImportsView | None = None
    """What stands under `if TYPE_CHECKING:`."""


class ArgumentView(Struct, frozen=True):
    """An argument of a method or constructor.

    Attributes:
        default: Source of the default; None for a required argument.
        description: Markdown or plain text for the `Args:` section.
        async_annotation: The annotation in the async client, where it is another one.
    """

    name: Code
    annotation: Code
    default: Code | None = None
    description: str = ""
    deprecated: bool = False
    async_annotation: Code | None = None


class EntryView(Struct, frozen=True):
    """One entry of a dict display: a literal key and an expression."""

    key: Code
    value: Code


class PassView(Struct, frozen=True):
    """A keyword argument of `self._client.request(...)`: a dict, or one expression."""

    name: Code
    entries: tuple[EntryView, ...] = ()
    value: Code | None = None


class RaisesView(Struct, frozen=True):
    """An entry of a `Raises:` section."""

    name: Code
    description: str


class DocView(Struct, frozen=True):
    """What a docstring says, as Markdown or HTML of the document.

    Attributes:
        summary: The first line; one sentence.
        body: The paragraphs after it.
        returns: The `Returns:` section, empty when the summary says it all.
    """

    summary: str
    body: str = ""
    arguments: tuple[ArgumentView, ...] = ()
    returns: str = ""
    raises: tuple[RaisesView, ...] = ()
    deprecated: str = ""


class AnswerView(Struct, frozen=True):
    """A sample of what an operation answers with.

    Attributes:
        name: What it is found by, unique in the package.
        json: The body.
    """

    name: str
    json: str


class SmokeView(Struct, frozen=True):
    """A sample call for the smoke tests.

    Attributes:
        call: The source after `client.`, for example `invoices.retrieve("x")`.
        method: The literal of the HTTP method that must be sent.
        path: The literal of the URL path that must be sent, percent-decoded, base path
            included.
        imports: What the call needs, beside the client.
        expected: A dict display: what else must be sent, and what is answered.
    """

    name: Code
    call: Code
    method: Code
    path: Code
    imports: tuple[ImportView, ...] = ()
    expected: Code = Code("{}")
    answer: AnswerView | None = None


class MethodView(Struct, frozen=True):
    """An operation as a method, the same for the sync and the async class.

    Attributes:
        constant: Name of the module constant that holds the operation's data.
        operation: Keyword arguments of `Operation(...)` after method and path.
        positional: Path parameters, in path order.
        keywords: Keyword-only arguments, `options` last.
        passes: What the call hands to `request`.
        returns: The return annotation.
        http_method: The literal of the HTTP method.
        path: The literal of the path template.
        pointer: Where the operation stands in the upgraded document.
        call: The method of the client that makes the call.
        operation_class: The class of the constant.
        operation_types: Its parameters; None for what the method returns.
        async_returns: What the async method returns where that is no coroutine, so that
            it is a plain `def`; None for a coroutine of `returns`.
        pages: How the next page of its list is found; empty where it returns no pages.
        streams: Whether it returns a stream.
        awaited_returns: What the coroutine of the async method returns where that is
            something else than `returns`.
    """

    name: Code
    constant: Code
    http_method: Code
    path: Code
    operation: tuple[EntryView, ...]
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    passes: tuple[PassView, ...]
    returns: Code
    doc: DocView
    deprecated: bool
    smoke: SmokeView
    pointer: str
    call: Code = Code("request")
    operation_class: Code = Code("Operation")
    operation_types: Code | None = None
    async_returns: Code | None = None
    pages: str = ""
    streams: bool = False
    awaited_returns: Code | None = None


class ChildView(Struct, frozen=True):
    """A resource below the client or below another resource.

    Attributes:
        attribute: `lines` in `client.invoices.lines`.
        module: The module below `resources` that holds its classes.
        class_name: Its sync class; the async one is `Async` + that.
    """

    attribute: Code
    module: Code
    class_name: Code
    async_class_name: Code
    description: str


class ResourceView(Struct, frozen=True):
    """A resource: a module with a sync and an async class.

    Attributes:
        module: Module name below `resources`.
        chain: The attribute path from the client, for example `invoices.lines`.
        summary: The first sentence of what the document says of it; empty if that is
            nothing, and the description only lists what the resource has.
    """

    module: Code
    chain: Code
    class_name: Code
    async_class_name: Code
    description: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    imports: ImportsView
    runtime_names: tuple[Code, ...]
    """What the module imports from `_runtime`, sorted."""
    summary: str = ""


class FieldView(Struct, frozen=True):
    """A field of a model class or a key of a TypedDict.

    Attributes:
        name: The Python name.
        wire: The literal of the wire name; None when the Python name is the wire name.
        annotation: The annotation, `| None` and `NotRequired[...]` included.
        default: Source of the default; None for a required field.
    """

    name: Code
    wire: Code | None
    annotation: Code
    default: Code | None
    description: str
    deprecated: bool = False


class ClassView(Struct, frozen=True):
    """A pydantic model class."""

    name: Code
    description: str
    fields: tuple[FieldView, ...]
    extra: Code | None = None
    """Annotation of the values of other properties, when the description types them."""


class TypedDictView(Struct, frozen=True):
    """A TypedDict.

    Attributes:
        functional: Whether a key is no identifier, so that the call form is needed.
    """

    name: Code
    description: str
    fields: tuple[FieldView, ...]
    functional: bool = False


class AliasView(Struct, frozen=True):
    """A named type alias: an enumeration, a union, a named list or map.

    Attributes:
        value: The source of the aliased type.
        members: Known values with their descriptions, for the docs of an enumeration.
        is_recursive: Whether the type is made of itself; `value` is then the literal of
            its source, which is read when the alias is first used.
    """

    name: Code
    value: Code
    description: str
    members: tuple[tuple[str, str], ...] = ()
    is_recursive: bool = False


class TypesModuleView(Struct, frozen=True):
    """A module of `models` or `params`: one strongly connected component.

    Attributes:
        definitions: Classes, TypedDicts and aliases in an order that Python accepts.
    """

    module: Code
    definitions: tuple[ClassView | TypedDictView | AliasView, ...]
    imports: ImportsView
    exports: tuple[Code, ...]
    runtime_names: tuple[Code, ...] = ()


class ErrorCodeView(Struct, frozen=True):
    """A member of the `ErrorCode` enumeration."""

    name: Code
    value: Code
    description: str


class CredentialView(Struct, frozen=True):
    """A security scheme, and the constructor arguments that it is fed from.

    Attributes:
        scheme: The call that describes the scheme to the runtime.
        arguments: The constructor arguments that no scheme before it has brought.
        environment: The environment variables read when these are absent.
        passed: All arguments that it is fed from; `usual` are those that a sample shows.
        direct: Those of them that are sent as they are: nothing has to be fetched.
        runtime_names: What the scheme and the annotations need from the runtime.
    """

    key: Code
    scheme: Code
    arguments: tuple[ArgumentView, ...]
    environment: tuple[str, ...]
    passed: tuple[Code, ...]
    direct: tuple[Code, ...]
    usual: tuple[Code, ...]
    runtime_names: tuple[Code, ...]


class VariableView(Struct, frozen=True):
    """A variable of the server URL.

    Attributes:
        key: The literal of its name in the URL.
        value: The literal of its default; empty text when the caller must give one.
        argument: The constructor argument it is set by.
    """

    key: Code
    value: Code
    argument: ArgumentView


class ServerView(Struct, frozen=True):
    """A server that the caller may choose.

    Attributes:
        name: The literal of its name.
        url: The literal of its URL, with the variables of the default one.
    """

    name: Code
    url: Code
    description: str


class ClientView(Struct, frozen=True):
    """The two client classes.

    Attributes:
        summary: The first line of their docstring; one sentence.
        description: The paragraphs after it.
        base_url: Literal of the default base URL; None when the caller must give one.
        base_url_environment: The environment variable that is read before `base_url`
            is; empty for none.
        variables: The variables of the server URL.
        security: Source of the default security alternatives.
        methods: Operations that belong to no resource.
        servers: Those to choose from, the default one first; none without a choice.
        base_paths: Literals of what the paths of its servers start with, as templates.
        log_environment: The environment variable that turns the log on.
        idempotency_header: The header that takes a key with every call that is not
            idempotent; empty for none.
    """

    summary: str
    description: str
    base_url: Code | None
    variables: tuple[VariableView, ...]
    credentials: tuple[CredentialView, ...]
    security: Code
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    imports: ImportsView
    runtime_names: tuple[Code, ...]
    base_url_environment: str = ""
    servers: tuple[ServerView, ...] = ()
    base_paths: tuple[Code, ...] = ()
    log_environment: str = ""
    idempotency_header: str = ""


class Package(Struct, frozen=True):
    """Everything that the templates need."""

    name: Code
    """The import package."""
    distribution: str
    version: str
    title: str
    description: str
    api_version: str
    client: ClientView
    resources: tuple[ResourceView, ...]
    models: tuple[TypesModuleView, ...]
    params: tuple[TypesModuleView, ...]
    error_codes: tuple[ErrorCodeView, ...]
    documentation_url: str = ""
    webhooks: WebhooksView | None = None

    @property
    def has_methods(self) -> bool:
        """Whether there is anything to call; without it there is no client either."""
        return bool(self.client.methods or self.resources)
