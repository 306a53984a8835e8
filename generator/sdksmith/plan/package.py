"""Views: the package as the templates render it, with all decisions already made.

Expressions are values (`expressions.py`). The render stage writes them and derives the
imports of each module from their symbols. `Code` is Python source without symbols: a name
that the module itself defines, or a literal. Other strings are text, from the document or
for documentation; they are written to Python source only as literals or through the
filters of `render/environment.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..text.pysource import Code
from .contract import DEPENDENCIES, REQUIRES_PYTHON
from .runtime import runtime

if TYPE_CHECKING:
    from .contract import Feature
    from .expressions import Call, Expression, Keyword, Symbol


class ArgumentView(Struct, frozen=True):
    """An argument of a method or constructor.

    Attributes:
        default: The default; None for a required argument.
        description: Markdown or plain text for the `Args:` section.
        async_annotation: The annotation in the async client, if it is different.
    """

    name: Code
    annotation: Expression
    default: Expression | None = None
    description: str = ""
    deprecated: bool = False
    async_annotation: Expression | None = None


class RaisesView(Struct, frozen=True):
    """An entry of a `Raises:` section."""

    name: Code
    description: str


class DocView(Struct, frozen=True):
    """The content of a docstring, as Markdown or HTML from the document.

    Attributes:
        summary: The first line; one sentence.
        body: The paragraphs after the first line.
        returns: The `Returns:` section; empty if it would only repeat the summary.
    """

    summary: str
    body: str = ""
    arguments: tuple[ArgumentView, ...] = ()
    returns: str = ""
    raises: tuple[RaisesView, ...] = ()
    deprecated: str = ""


class SampleResponseView(Struct, frozen=True):
    """A sample response of an operation.

    Attributes:
        name: The key of the sample, unique in the package.
        json: The body as JSON.
    """

    name: str
    json: str


class SmokeView(Struct, frozen=True):
    """A sample call for the smoke tests.

    Attributes:
        call: The call, whose function is relative to the client: `invoices.retrieve`.
        method: The expected HTTP method.
        path: The expected URL path, percent-decoded, with the base path.
        expected: A dict display: the rest of the expected request, and the response.
        is_tested: Whether the smoke tests make the call. If not, its arguments are too
            large to be written.
    """

    name: Code
    call: Call
    method: str
    path: str
    expected: Code = Code("{}")
    response: SampleResponseView | None = None
    is_tested: bool = True


class MethodView(Struct, frozen=True):
    """An operation as a method of both the sync and the async class.

    Attributes:
        constant: The name of the module constant with the data of the operation.
        http_method: The HTTP method.
        path: The path template.
        operation: Keyword arguments of `Operation(...)` after method and path.
        positional: Path parameters, in path order.
        keywords: Keyword-only arguments, `options` last.
        passed: Keyword arguments of the call of `request`.
        returns: The return annotation.
        pointer: JSON Pointer to the operation in the upgraded document.
        call: The name of the client's method that sends the request.
        operation_class: The class of the constant.
        operation_types: The type arguments of that class; empty if they are `returns`.
        async_returns: The return annotation of the async method if it is a plain `def`;
            None if it is a coroutine function.
        pages: The kind of pagination; empty if the method does not return pages.
        streams: Whether the method returns a stream.
        awaited_returns: The return annotation of the coroutine, if not `returns`.
    """

    name: Code
    constant: Code
    http_method: str
    path: str
    operation: tuple[Keyword, ...]
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    passed: tuple[Keyword, ...]
    returns: Expression
    doc: DocView
    deprecated: bool
    smoke: SmokeView
    pointer: str
    call: Code = Code("request")
    operation_class: Symbol = runtime("Operation")
    operation_types: tuple[Expression, ...] = ()
    async_returns: Expression | None = None
    pages: str = ""
    streams: bool = False
    awaited_returns: Expression | None = None

    @property
    def is_alias(self) -> bool:
        """Whether the method is `__call__`, which sends the request of another method."""
        return self.name == "__call__"


class ChildView(Struct, frozen=True):
    """A resource as a child of the client or of another resource.

    Attributes:
        attribute: The attribute name: `lines` in `client.invoices.lines`.
        module: The module below `resources` that defines its classes.
        class_name: The sync class; the name of the async class is `Async` + that name.
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
        summary: The first sentence of its description in the document; empty if it has
            none, and `description` only lists the methods or children of the resource.
    """

    module: Code
    chain: Code
    class_name: Code
    async_class_name: Code
    description: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    summary: str = ""

    @property
    def methods_with_data(self) -> tuple[MethodView, ...]:
        """One method for each constant: `__call__` uses that of another method."""
        return tuple({method.constant: method for method in self.methods}.values())


class FieldView(Struct, frozen=True):
    """A field of a model class or a key of a TypedDict.

    Attributes:
        name: The Python name.
        wire: The wire name; None if it equals the Python name.
        annotation: The annotation, including `| None` and `NotRequired[...]`.
        default: The default; None for a required field.
    """

    name: Code
    wire: str | None
    annotation: Expression
    default: Expression | None
    description: str
    deprecated: bool = False


class ClassView(Struct, frozen=True):
    """A pydantic model class.

    Attributes:
        pointer: Pointer of its schema in the upgraded document.
    """

    name: Code
    description: str
    fields: tuple[FieldView, ...]
    extra: Expression | None = None
    """Annotation of additional properties, if the document defines their type."""
    pointer: str = ""


class TypedDictView(Struct, frozen=True):
    """A TypedDict.

    Attributes:
        pointer: Pointer of its schema in the upgraded document.
        functional: Whether the call form is needed, because a key is not an identifier.
    """

    name: Code
    description: str
    fields: tuple[FieldView, ...]
    functional: bool = False
    pointer: str = ""


class AliasView(Struct, frozen=True):
    """A named type alias: an enumeration, a union, a named list or map.

    Attributes:
        value: The aliased type.
        members: Values of an enumeration with their descriptions, for its docstring.
        pointer: Pointer of its schema in the upgraded document.
        is_recursive: Whether the type refers to itself. `value` is then quoted, and
            evaluated when the alias is first used.
    """

    name: Code
    value: Expression
    description: str
    members: tuple[tuple[str, str], ...] = ()
    is_recursive: bool = False
    pointer: str = ""


class TypesModuleView(Struct, frozen=True):
    """A module of `models` or `params`: one strongly connected component.

    Attributes:
        definitions: Classes, TypedDicts and aliases, in an order that Python accepts.
    """

    module: Code
    definitions: tuple[ClassView | TypedDictView | AliasView, ...]
    exports: tuple[Code, ...]


class ErrorCodeView(Struct, frozen=True):
    """A member of the `ErrorCode` enumeration."""

    name: Code
    value: int | str
    description: str


class CredentialView(Struct, frozen=True):
    """A security scheme, with the constructor arguments for its credentials.

    Attributes:
        scheme: The expression that creates the scheme of the runtime.
        arguments: The constructor arguments, except those of previous schemes.
        environment: The environment variables for omitted `arguments`.
        passed: The names of all arguments that the scheme uses.
        direct: The arguments in `passed` that are sent as given, without a token request.
        shown: The arguments in `passed` that samples show.
        fetches_tokens: Whether the scheme can fetch tokens.
    """

    key: Code
    scheme: Call
    arguments: tuple[ArgumentView, ...]
    environment: tuple[str, ...]
    passed: tuple[Code, ...]
    direct: tuple[Code, ...]
    shown: tuple[Code, ...]
    fetches_tokens: bool = False


class VariableView(Struct, frozen=True):
    """A variable of the server URL.

    Attributes:
        key: The literal of its name in the URL.
        value: The literal of its default; an empty string if the caller must pass one.
        argument: The constructor argument that sets it.
    """

    key: Code
    value: Code
    argument: ArgumentView


class ServerView(Struct, frozen=True):
    """A server that the caller can choose.

    Attributes:
        name: The literal of its name.
        url: The literal of its URL, with the variables of the default server.
    """

    name: Code
    url: Code
    description: str


class ClientView(Struct, frozen=True):
    """The two client classes.

    Attributes:
        summary: The first line of their docstring; one sentence.
        description: The paragraphs after the first line.
        base_url: Literal of the default base URL; None if the caller must pass one.
        variables: The variables of the server URL.
        security: The default security alternatives.
        methods: Methods of operations that belong to no resource.
        base_url_environment: The environment variable that takes precedence over
            `base_url`; empty for none.
        servers: The servers to choose from, the default first; empty without a choice.
        base_paths: Literals of the base paths of its servers, as templates.
        log_environment: The environment variable that enables logging.
        idempotency_header: The header for the idempotency key of every call that is not
            idempotent; empty for none.
    """

    summary: str
    description: str
    base_url: Code | None
    variables: tuple[VariableView, ...]
    credentials: tuple[CredentialView, ...]
    security: Expression
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    base_url_environment: str = ""
    servers: tuple[ServerView, ...] = ()
    base_paths: tuple[Code, ...] = ()
    log_environment: str = ""
    idempotency_header: str = ""


class LongTextView(Struct, frozen=True):
    """Description that is cut elsewhere and whole in `api.md`, with its heading."""

    title: str
    text: str


class Package(Struct, frozen=True):
    """Everything that the templates need."""

    name: Code
    """Name of the import package."""
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
    formats: tuple[tuple[str, Expression], ...] = ()
    """Shapes of the properties of request types, by name; see `Shape` in the runtime."""
    webhooks: WebhooksView | None = None
    long_texts: tuple[LongTextView, ...] = ()
    python: str = REQUIRES_PYTHON
    """Python versions that the client supports (PEP 440)."""
    dependencies: tuple[str, ...] = DEPENDENCIES
    """Requirements of the distribution (PEP 508)."""
    features: frozenset[Feature] = frozenset()
    """Features of the runtime that the client contains."""

    @property
    def methods(self) -> tuple[MethodView, ...]:
        """Methods of the client, followed by those of its resources."""
        below = (method for view in self.resources for method in view.methods)
        return (*self.client.methods, *below)

    def count_paged_methods(self) -> dict[str, int]:
        """Return the number of methods that return pages, by the kind of pagination."""
        kinds = sorted(
            method.pages
            for method in self.methods
            if method.pages and not method.is_alias
        )
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}

    @property
    def has_methods(self) -> bool:
        """Whether the package has methods; without methods it has no client."""
        return bool(self.client.methods or self.resources)


class WebhookView(Struct, frozen=True):
    """Function that parses the payload of a webhook or callback.

    Attributes:
        constant: Name of the module constant that holds the `WebhookReader`.
        title: Literal of the name in the document.
        payload: Reference by which the runtime finds the type of the payload.
        is_form: Whether the payload is a form; otherwise it is JSON.
        returns: Return annotation.
    """

    name: Code
    constant: Code
    title: Code
    payload: Expression
    is_form: bool
    returns: Expression
    doc: DocView
    deprecated: bool


class WebhookSwitchView(Struct, frozen=True):
    """Function that parses any webhook, if the document distinguishes them.

    Attributes:
        key: Literal of the property or header that identifies the webhook.
        entries: Literal of each value, and the constant of the webhook it identifies.
    """

    name: Code
    key: Code
    is_header: bool
    entries: tuple[tuple[Code, Code], ...]
    returns: Expression
    doc: DocView


class WebhooksView(Struct, frozen=True):
    """View of the `webhooks` module.

    Attributes:
        webhooks: Functions for the single webhooks, sorted by name.
    """

    webhooks: tuple[WebhookView, ...]
    switch: WebhookSwitchView | None
