"""A package that has every feature of the views, built by hand.

Its texts are hostile on purpose: whatever stands in quotes here must come out as text.
"""

from __future__ import annotations

from sdksmith.plan.expressions import NONE, DictDisplay, Keyword
from sdksmith.plan.package import (
    ArgumentView,
    ChildView,
    ClientView,
    CredentialView,
    DocView,
    ErrorCodeView,
    MethodView,
    Package,
    RaisesView,
    ResourceView,
    SampleResponseView,
    SmokeView,
    VariableView,
)
from sdksmith.plan.runtime import runtime
from sdksmith.text.pysource import Code, literal

from .streaming_fixture import toy_methods
from .texts import HOSTILE, LONG, parsed, parsed_call
from .types_fixture import PET_MODULE, PROBLEM_MODULE, SHAPE_MODULE

PET_JSON = '{"id": "x", "is-needed": true}'
OPTIONS = ArgumentView(
    Code("options"),
    parsed("Options | None"),
    NONE,
    "Timeout, headers, retries and the rest, for this call alone.",
)
RETRIEVE_PET = MethodView(
    name=Code("retrieve"),
    constant=Code("_RETRIEVE"),
    http_method="GET",
    path="/pets/{pet id}",
    operation=(
        Keyword("returns", literal("Pet")),
        Keyword("errors", literal({"404": "Problem", "default": "Problem"})),
        Keyword(
            "styles", literal({"query": {"expand": "form", "tags": "pipeDelimited"}})
        ),
    ),
    positional=(ArgumentView(Code("pet_id"), parsed("str"), None, "Which pet."),),
    keywords=(
        ArgumentView(
            Code("expand"), parsed("builtins.list[str] | Omit"), parsed("omit"), HOSTILE
        ),
        ArgumentView(
            Code("tags"),
            parsed("builtins.list[str] | Omit"),
            parsed("omit"),
            "",
            deprecated=True,
        ),
        OPTIONS,
    ),
    passed=(
        Keyword("path", DictDisplay(((literal("pet id"), Code("pet_id")),))),
        Keyword(
            "query",
            DictDisplay(
                ((literal("expand"), Code("expand")), (literal("tags"), Code("tags")))
            ),
        ),
        Keyword("options", Code("options")),
    ),
    returns=parsed("Pet"),
    doc=DocView(
        summary="Retrieve a <b>pet</b>.",
        body=f"It says {HOSTILE}\n\n* one\n* two\n\n```\ncode()\n```\n\n{LONG}",
        arguments=(
            ArgumentView(Code("pet_id"), parsed("str"), None, "Which pet."),
            ArgumentView(
                Code("expand"), parsed("str"), None, f"{HOSTILE}\n\n{LONG}\n\n- x\n- y"
            ),
            ArgumentView(
                Code("tags"),
                parsed("str"),
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
        parsed_call('pets.retrieve("x")'),
        "GET",
        "/v1/pets/x",
        expected=literal({"answer": "pets.retrieve"}),
        response=SampleResponseView("pets.retrieve", PET_JSON),
    ),
    pointer="/paths/~1pets~1{pet id}/get",
)
LIST_PETS = MethodView(
    name=Code("list"),
    constant=Code("_LIST"),
    http_method="GET",
    path="/pets",
    operation=(
        Keyword("returns", parsed('ListOf("Pet")')),
        Keyword("paging", parsed('ByPageNumber("page")')),
    ),
    positional=(),
    keywords=(OPTIONS,),
    passed=(Keyword("options", Code("options")),),
    returns=parsed("Page[Pet, builtins.list[Pet]]"),
    doc=DocView(
        "List all pets.", arguments=(OPTIONS,), deprecated="Use something else."
    ),
    deprecated=True,
    smoke=SmokeView(
        Code("test_list"),
        parsed_call("pets.list()"),
        "GET",
        "/v1/pets",
        expected=literal({"answer": "pets.list", "items": 1}),
        response=SampleResponseView("pets.list", f"[{PET_JSON}]"),
    ),
    pointer="/paths/~1pets/get",
    call=Code("paginate"),
    operation_class=runtime("PagedOperation"),
    operation_types=(parsed("Pet"), parsed("builtins.list[Pet]")),
    async_returns=parsed("AsyncPager[Pet, builtins.list[Pet]]"),
    pages="number",
)
CREATE_PET = MethodView(
    name=Code("create"),
    constant=Code("_CREATE"),
    http_method="POST",
    path="/pets",
    operation=(
        Keyword("returns", literal("Pet")),
        Keyword("body", literal("application/json")),
        Keyword("body_required", parsed("True")),
    ),
    positional=(),
    keywords=(
        ArgumentView(Code("name"), parsed("str"), None, "What it is called."),
        ArgumentView(
            Code("born"),
            parsed("datetime.date | Omit"),
            parsed("omit"),
            "Its birthday.",
        ),
        ArgumentView(Code("kind"), parsed("Kind | Omit"), parsed("omit")),
        ArgumentView(Code("shape"), parsed("ShapeParams | Omit"), parsed("omit")),
        ArgumentView(
            Code("in_"), parsed("str | None | Omit"), parsed("omit"), "Where."
        ),
        OPTIONS,
    ),
    passed=(
        Keyword(
            "body",
            DictDisplay(
                (
                    (literal("name"), Code("name")),
                    (literal("born"), Code("born")),
                    (literal("kind"), Code("kind")),
                    (literal("shape"), Code("shape")),
                    (literal("in"), Code("in_")),
                )
            ),
        ),
        Keyword("options", Code("options")),
    ),
    returns=parsed("Pet"),
    doc=DocView(
        "Add a pet.",
        arguments=(
            ArgumentView(Code("name"), parsed("str"), None, "What it is called."),
            OPTIONS,
        ),
    ),
    deprecated=False,
    smoke=SmokeView(
        Code("test_create"),
        parsed_call('pets.create(name="x", born=datetime.date(2020, 1, 1))'),
        "POST",
        "/v1/pets",
        expected=literal(
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
    http_method="DELETE",
    path="/pets/{pet}/toys/{toy}",
    operation=(Keyword("security", parsed('(("basic",), ())')),),
    positional=(
        ArgumentView(Code("pet"), parsed("str"), None),
        ArgumentView(Code("toy"), parsed("int"), None),
    ),
    keywords=(OPTIONS,),
    passed=(
        Keyword(
            "path",
            DictDisplay(((literal("pet"), Code("pet")), (literal("toy"), Code("toy")))),
        ),
        Keyword("options", Code("options")),
    ),
    returns=NONE,
    doc=DocView("Take a toy away.", arguments=(OPTIONS,)),
    deprecated=False,
    smoke=SmokeView(
        Code("test_delete"),
        parsed_call('pets.toys.delete("x", 1)'),
        "DELETE",
        "/v1/pets/x/toys/1",
    ),
    pointer="/paths/~1pets~1{pet}~1toys~1{toy}/delete",
)
PING = MethodView(
    name=Code("ping"),
    constant=Code("_PING"),
    http_method="GET",
    path="/ping",
    operation=(Keyword("returns", parsed("ANY")), Keyword("security", parsed("()"))),
    positional=(),
    keywords=(OPTIONS,),
    passed=(Keyword("options", Code("options")),),
    returns=parsed("Any"),
    doc=DocView("See whether the API is there.", arguments=(OPTIONS,)),
    deprecated=False,
    smoke=SmokeView(Code("test_ping"), parsed_call("ping()"), "GET", "/v1/ping"),
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
)
TOYS = ResourceView(
    module=Code("pets_toys"),
    chain=Code("pets.toys"),
    class_name=Code("PetsToys"),
    async_class_name=Code("AsyncPetsToys"),
    description="",
    children=(),
    methods=(DELETE_TOY, *toy_methods(OPTIONS)),
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
            ArgumentView(Code("region"), parsed("str | None"), NONE, HOSTILE),
        ),
    ),
    credentials=(
        CredentialView(
            literal("key"),
            parsed_call(
                'ApiKey("header", "X-Key", arguments=("api_key",), environment=("PETS_KEY",))'
            ),
            (ArgumentView(Code("api_key"), parsed("str | None"), NONE, HOSTILE),),
            ("PETS_KEY",),
            (Code("api_key"),),
            (Code("api_key"),),
            (Code("api_key"),),
        ),
        CredentialView(
            literal("basic"),
            parsed_call('Basic(arguments=("username", "password"))'),
            (
                ArgumentView(Code("username"), parsed("str | None"), NONE, "Who."),
                ArgumentView(Code("password"), parsed("str | None"), NONE, "Secret."),
            ),
            (),
            (Code("username"), Code("password")),
            (Code("username"), Code("password")),
            (Code("username"), Code("password")),
        ),
    ),
    security=parsed('(("key",), ("basic",))'),
    children=(
        ChildView(Code("pets"), Code("pets"), Code("Pets"), Code("AsyncPets"), "Pets."),
        ChildView(Code("admin"), Code("admin"), Code("Admin"), Code("AsyncAdmin"), ""),
    ),
    methods=(PING,),
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
        ErrorCodeView(Code("NOT_FOUND"), "95", HOSTILE),
        ErrorCodeView(Code("NO_KEY"), "96", ""),
    ),
    documentation_url='https://example.com/"docs"',
)
