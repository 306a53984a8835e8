"""A package that has every feature of the views, built by hand.

Its texts are hostile on purpose: whatever stands in quotes here must come out as text.
"""

from __future__ import annotations

from sdksmith.plan.package import (
    AnswerView,
    ArgumentView,
    ChildView,
    ClientView,
    CredentialView,
    DocView,
    EntryView,
    ErrorCodeView,
    ImportsView,
    ImportView,
    MethodView,
    Package,
    PassView,
    RaisesView,
    ResourceView,
    SmokeView,
    VariableView,
)
from sdksmith.text.pysource import Code, literal

from .streaming_fixture import toy_methods
from .texts import HOSTILE, LONG, from_
from .types_fixture import PET_MODULE, PROBLEM_MODULE, SHAPE_MODULE

PET_JSON = '{"id": "x", "is-needed": true}'
OPTIONS = ArgumentView(
    Code("options"),
    Code("Options | None"),
    Code("None"),
    "Timeout, headers, retries and the rest, for this call alone.",
)


RETRIEVE_PET = MethodView(
    name=Code("retrieve"),
    constant=Code("_RETRIEVE"),
    http_method=literal("GET"),
    path=literal("/pets/{pet id}"),
    operation=(
        EntryView(Code("returns"), literal("Pet")),
        EntryView(Code("errors"), literal({"404": "Problem", "default": "Problem"})),
        EntryView(
            Code("styles"),
            literal({"query": {"expand": "form", "tags": "pipeDelimited"}}),
        ),
    ),
    positional=(ArgumentView(Code("pet_id"), Code("str"), None, "Which pet."),),
    keywords=(
        ArgumentView(
            Code("expand"), Code("builtins.list[str] | Omit"), Code("omit"), HOSTILE
        ),
        ArgumentView(
            Code("tags"),
            Code("builtins.list[str] | Omit"),
            Code("omit"),
            "",
            deprecated=True,
        ),
        OPTIONS,
    ),
    passes=(
        PassView(Code("path"), (EntryView(literal("pet id"), Code("pet_id")),)),
        PassView(
            Code("query"),
            (
                EntryView(literal("expand"), Code("expand")),
                EntryView(literal("tags"), Code("tags")),
            ),
        ),
        PassView(Code("options"), value=Code("options")),
    ),
    returns=Code("Pet"),
    doc=DocView(
        summary="Retrieve a <b>pet</b>.",
        body=f"It says {HOSTILE}\n\n* one\n* two\n\n```\ncode()\n```\n\n{LONG}",
        arguments=(
            ArgumentView(Code("pet_id"), Code("str"), None, "Which pet."),
            ArgumentView(
                Code("expand"), Code("str"), None, f"{HOSTILE}\n\n{LONG}\n\n- x\n- y"
            ),
            ArgumentView(
                Code("tags"),
                Code("str"),
                None,
                "Only pets with these tags.",
                deprecated=True,
            ),
            OPTIONS,
        ),
        returns="The pet, with all that is known of it.",
        raises=(RaisesView(Code("NotFoundError"), "There is no such pet."),),
    ),
    deprecated=False,
    smoke=SmokeView(
        Code("test_retrieve"),
        Code('pets.retrieve("x")'),
        literal("GET"),
        literal("/v1/pets/x"),
        expected=literal({"answer": "pets.retrieve"}),
        answer=AnswerView("pets.retrieve", PET_JSON),
    ),
    pointer="/paths/~1pets~1{pet id}/get",
)
LIST_PETS = MethodView(
    name=Code("list"),
    constant=Code("_LIST"),
    http_method=literal("GET"),
    path=literal("/pets"),
    operation=(
        EntryView(Code("returns"), Code('ListOf("Pet")')),
        EntryView(Code("paging"), Code('ByPageNumber("page")')),
    ),
    positional=(),
    keywords=(OPTIONS,),
    passes=(PassView(Code("options"), value=Code("options")),),
    returns=Code("Page[Pet, builtins.list[Pet]]"),
    doc=DocView(
        "List all pets.", arguments=(OPTIONS,), deprecated="Use something else."
    ),
    deprecated=True,
    smoke=SmokeView(
        Code("test_list"),
        Code("pets.list()"),
        literal("GET"),
        literal("/v1/pets"),
        expected=literal({"answer": "pets.list", "items": 1}),
        answer=AnswerView("pets.list", f"[{PET_JSON}]"),
    ),
    pointer="/paths/~1pets/get",
    call=Code("paginate"),
    operation_class=Code("PagedOperation"),
    operation_types=Code("Pet, builtins.list[Pet]"),
    async_returns=Code("AsyncPager[Pet, builtins.list[Pet]]"),
    pages="number",
)
CREATE_PET = MethodView(
    name=Code("create"),
    constant=Code("_CREATE"),
    http_method=literal("POST"),
    path=literal("/pets"),
    operation=(
        EntryView(Code("returns"), literal("Pet")),
        EntryView(Code("body"), literal("application/json")),
        EntryView(Code("body_required"), Code("True")),
    ),
    positional=(),
    keywords=(
        ArgumentView(Code("name"), Code("str"), None, "What it is called."),
        ArgumentView(
            Code("born"), Code("datetime.date | Omit"), Code("omit"), "Its birthday."
        ),
        ArgumentView(Code("kind"), Code("Kind | Omit"), Code("omit")),
        ArgumentView(Code("shape"), Code("ShapeParams | Omit"), Code("omit")),
        ArgumentView(Code("in_"), Code("str | None | Omit"), Code("omit"), "Where."),
        OPTIONS,
    ),
    passes=(
        PassView(
            Code("body"),
            (
                EntryView(literal("name"), Code("name")),
                EntryView(literal("born"), Code("born")),
                EntryView(literal("kind"), Code("kind")),
                EntryView(literal("shape"), Code("shape")),
                EntryView(literal("in"), Code("in_")),
            ),
        ),
        PassView(Code("options"), value=Code("options")),
    ),
    returns=Code("Pet"),
    doc=DocView(
        "Add a pet.",
        arguments=(
            ArgumentView(Code("name"), Code("str"), None, "What it is called."),
            OPTIONS,
        ),
    ),
    deprecated=False,
    smoke=SmokeView(
        Code("test_create"),
        Code('pets.create(name="x", born=datetime.date(2020, 1, 1))'),
        literal("POST"),
        literal("/v1/pets"),
        (ImportView(Code("datetime")),),
        literal(
            {
                "type": "application/json",
                "json": {"name": "x", "born": "2020-01-01"},
                "answer": "pets.retrieve",
            }
        ),
    ),
    pointer="/paths/~1pets/post",
)
DELETE_TOY = MethodView(
    name=Code("delete"),
    constant=Code("_DELETE"),
    http_method=literal("DELETE"),
    path=literal("/pets/{pet}/toys/{toy}"),
    operation=(EntryView(Code("security"), Code('(("basic",), ())')),),
    positional=(
        ArgumentView(Code("pet"), Code("str"), None),
        ArgumentView(Code("toy"), Code("int"), None),
    ),
    keywords=(OPTIONS,),
    passes=(
        PassView(
            Code("path"),
            (
                EntryView(literal("pet"), Code("pet")),
                EntryView(literal("toy"), Code("toy")),
            ),
        ),
        PassView(Code("options"), value=Code("options")),
    ),
    returns=Code("None"),
    doc=DocView("Take a toy away.", arguments=(OPTIONS,)),
    deprecated=False,
    smoke=SmokeView(
        Code("test_delete"),
        Code('pets.toys.delete("x", 1)'),
        literal("DELETE"),
        literal("/v1/pets/x/toys/1"),
    ),
    pointer="/paths/~1pets~1{pet}~1toys~1{toy}/delete",
)
PING = MethodView(
    name=Code("ping"),
    constant=Code("_PING"),
    http_method=literal("GET"),
    path=literal("/ping"),
    operation=(
        EntryView(Code("returns"), Code("ANY")),
        EntryView(Code("security"), Code("()")),
    ),
    positional=(),
    keywords=(OPTIONS,),
    passes=(PassView(Code("options"), value=Code("options")),),
    returns=Code("Any"),
    doc=DocView("See whether the API is there.", arguments=(OPTIONS,)),
    deprecated=False,
    smoke=SmokeView(
        Code("test_ping"), Code("ping()"), literal("GET"), literal("/v1/ping")
    ),
    pointer="/paths/~1ping/get",
)
PETS = ResourceView(
    module=Code("pets"),
    chain=Code("pets"),
    class_name=Code("Pets"),
    async_class_name=Code("AsyncPets"),
    description=f"Pets and what they own.\n\n{HOSTILE}",
    children=(
        ChildView(
            Code("toys"),
            Code("pets_toys"),
            Code("PetsToys"),
            Code("AsyncPetsToys"),
            HOSTILE,
        ),
    ),
    methods=(CREATE_PET, LIST_PETS, RETRIEVE_PET),
    imports=ImportsView(
        typing_only=ImportsView(
            standard=(ImportView(Code("builtins")), ImportView(Code("datetime"))),
            own=(
                from_("..models.pet", "Pet"),
                from_("..params.shape", "Kind", "ShapeParams"),
            ),
        )
    ),
    runtime_names=tuple(
        map(
            Code,
            ["AsyncPager", "ByPageNumber", "ListOf", "Omit", "Options", "Page", "omit"],
        )
    ),
)
TOYS = ResourceView(
    module=Code("pets_toys"),
    chain=Code("pets.toys"),
    class_name=Code("PetsToys"),
    async_class_name=Code("AsyncPetsToys"),
    description="",
    children=(),
    methods=(DELETE_TOY, *toy_methods(OPTIONS)),
    imports=ImportsView(),
    runtime_names=(Code("AsyncStream"), Code("Options"), Code("Stream")),
)
EMPTY = ResourceView(
    module=Code("admin"),
    chain=Code("admin"),
    class_name=Code("Admin"),
    async_class_name=Code("AsyncAdmin"),
    description="",
    children=(
        ChildView(Code("pets"), Code("pets"), Code("Pets"), Code("AsyncPets"), ""),
    ),
    methods=(),
    imports=ImportsView(),
    runtime_names=(),
)
CLIENT = ClientView(
    summary="The pets.",
    description=HOSTILE,
    base_url=literal("https://{region}.example.com/v1"),
    base_url_environment="PETS_BASE_URL",
    log_environment="PETS_LOG",
    base_paths=(literal("/v1"),),
    variables=(
        VariableView(
            literal("region"),
            literal("eu"),
            ArgumentView(Code("region"), Code("str | None"), Code("None"), HOSTILE),
        ),
    ),
    credentials=(
        CredentialView(
            literal("key"),
            Code(
                'ApiKey("header", "X-Key", arguments=("api_key",), environment=("PETS_KEY",))'
            ),
            (ArgumentView(Code("api_key"), Code("str | None"), Code("None"), HOSTILE),),
            ("PETS_KEY",),
            (Code("api_key"),),
            (Code("api_key"),),
            (Code("api_key"),),
            (Code("ApiKey"),),
        ),
        CredentialView(
            literal("basic"),
            Code('Basic(arguments=("username", "password"))'),
            (
                ArgumentView(
                    Code("username"), Code("str | None"), Code("None"), "Who."
                ),
                ArgumentView(
                    Code("password"), Code("str | None"), Code("None"), "Secret."
                ),
            ),
            (),
            (Code("username"), Code("password")),
            (Code("username"), Code("password")),
            (Code("username"), Code("password")),
            (Code("Basic"),),
        ),
    ),
    security=Code('(("key",), ("basic",))'),
    children=(
        ChildView(Code("pets"), Code("pets"), Code("Pets"), Code("AsyncPets"), "Pets."),
        ChildView(Code("admin"), Code("admin"), Code("Admin"), Code("AsyncAdmin"), ""),
    ),
    methods=(PING,),
    imports=ImportsView(
        typing_only=ImportsView(standard=(from_("typing", "Any"),)),
    ),
    runtime_names=tuple(map(Code, ("ANY", "ApiKey", "Basic", "Options"))),
)
PACKAGE = Package(
    name=Code("pet_shop"),
    distribution="pet-shop",
    version="1.2.3",
    title=f"Pets {HOSTILE}",
    description=f"All about pets.\n\n{HOSTILE} <script>alert(1)</script> [x](javascript:y)",
    api_version="v1",
    client=CLIENT,
    resources=(EMPTY, PETS, TOYS),
    models=(PET_MODULE, PROBLEM_MODULE),
    params=(SHAPE_MODULE,),
    error_codes=(
        ErrorCodeView(Code("NOT_FOUND"), literal("95"), HOSTILE),
        ErrorCodeView(Code("NO_KEY"), literal("96"), ""),
    ),
    documentation_url='https://example.com/"docs"',
)
