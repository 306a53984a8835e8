"""The clients: base URL, credentials, variables, error codes, samples, stability."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace
from sdksmith.model.api import (
    ErrorCode,
    Place,
    Requirement,
    SchemeKind,
    SecurityScheme,
    Server,
    Style,
    Tag,
    Variable,
)
from sdksmith.model.types import Choice, Field, Presence, ScalarKind, UnionOf
from sdksmith.plan import PlanSettings, build_package
from sdksmith.plan.content.servers import base_paths
from sdksmith.plan.error_codes import plan_error_codes
from sdksmith.render.clients import client_names
from sdksmith.render.pages.samples import smoke_names
from sdksmith.report.diagnostics import Location
from sdksmith.text.pysource import literal

from .builder import ApiBuilder, parameter
from .planned import (
    SETTINGS,
    entries,
    import_lines,
    methods_of,
    only_method,
    plan,
    source,
)


@pytest.mark.parametrize(
    ("urls", "chosen"),
    [
        (["https://a.com/v1", "https://b.com"], '"https://a.com/v1"'),
        (["/v1", "https://b.com"], '"https://b.com"'),
        (["//c.com/v1"], '"https://c.com/v1"'),
        (["/v1"], None),
        ([], None),
    ],
)
def test_the_base_url_is_the_first_absolute_server(
    urls: list[str], chosen: str | None
) -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    package = plan(builder.build(servers=tuple(map(Server, urls))))
    url = package.client.base_url
    assert (None if url is None else str(url)) == chosen
    assert package.client.base_url_environment == "ACME_BASE_URL"


@pytest.mark.parametrize(
    ("listed", "own", "chosen", "stated"),
    [
        # The client talks to that server anyway.
        ("https://a.com/", "https://a.com", '"https://a.com/"', None),
        ("//a.com", "https://a.com", '"https://a.com"', None),
        ("https://a.com", "https://b.com", '"https://a.com"', '"https://b.com"'),
        # All operations agree, so nobody needs to be asked.
        (None, "https://b.com", '"https://b.com"', None),
    ],
)
def test_an_operation_names_no_server_that_it_would_talk_to_anyway(
    listed: str | None, own: str, chosen: str, stated: str | None
) -> None:
    builder = ApiBuilder()
    pets = builder.operation("GET", "/pets")
    builder.operations[:] = [replace(pets, servers=(Server(own),))]
    servers = () if listed is None else (Server(listed),)
    package = plan(builder.build(servers=servers))
    assert str(package.client.base_url) == chosen
    assert entries(only_method(package)).get("base_url") == stated


def test_a_server_of_some_operations_is_not_that_of_all() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/cats")
    pets = builder.operation("GET", "/pets")
    own = replace(pets, servers=(Server("https://b.com"),))
    builder.operations[:] = [builder.operations[0], own]
    assert plan(builder.build(servers=())).client.base_url is None


def test_settings_name_the_base_url() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets/{id}")
    settings = replace(SETTINGS, base_url="https://x.com/v9")
    package = plan(builder.build(), settings)
    assert str(package.client.base_url) == '"https://x.com/v9"'
    assert only_method(package).smoke.path == "/v9/pets/x"


def test_what_paths_of_urls_start_with() -> None:
    urls = ["https://a.com/v1/", "/v2", "https://b.com", "{host}/x/{y}", "//c.com/v1"]
    assert base_paths([Server(url) for url in urls]) == ("/v1", "/v2", "/x/{y}")


def test_several_servers_are_a_choice_by_name() -> None:
    region = Variable("region", "north", ("north", "south"))
    live = Server("https://{region}.example.com/v1", (region,), "Live.")
    servers = (
        live,
        Server("http://{region}.example.com/v1", (region,)),
        Server("https://sandbox.example.com/v1", description="To try all things out."),
        Server("https://{region}.example.org/v1", (Variable("region", "east"),)),
        Server("https://{tenant}.example.net", (Variable("tenant", ""),)),
        Server("/v1"),
        Server("https://x.example.com", name="Old one"),
    )

    def choices(*listed: Server) -> dict[str, str]:
        client = plan(ApiBuilder().build(servers=listed)).client
        return {str(item.name): str(item.url) for item in client.servers}

    assert choices(*servers) == {
        '"live"': '"https://{region}.example.com/v1"',
        '"sandbox"': '"https://sandbox.example.com/v1"',
        '"east"': '"https://east.example.org/v1"',
        '"old_one"': '"https://x.example.com"',
    }
    assert choices(*servers[:2]) == {}
    assert choices(Server("https://e.com"), Server("https://eu.e.com")) == {
        '"default"': '"https://e.com"',
        '"eu"': '"https://eu.e.com"',
    }
    mine = replace(SETTINGS, base_url="https://mine.example.com")
    assert plan(ApiBuilder().build(servers=servers), mine).client.servers == ()


def test_server_variables_are_arguments() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    variables = (
        Variable("region", "eu", ("eu", "us"), "Where."),
        Variable("timeout", ""),
    )
    server = Server("https://{region}.acme.com/{timeout}", variables)
    region, timeout = plan(builder.build(servers=(server,))).client.variables
    assert (str(region.key), str(region.value)) == ('"region"', '"eu"')
    assert source(region.argument.annotation) == "str | None"
    assert region.argument.description == "Where.\n\nOne of `eu`, `us`."
    assert str(timeout.argument.name) == "server_timeout"
    assert timeout.argument.default is None


RUNTIME_OF_EVERY_CLIENT = {
    *("AsyncBaseClient", "BaseClient", "DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"),
    *("Omit", "ResponseValidation", "Service", "Timeout", "cached_property"),
}


def test_credentials() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("bearer", SchemeKind.BEARER, environment="TOKEN"),
        SecurityScheme("login", SchemeKind.BASIC),
        SecurityScheme("key", SchemeKind.API_KEY, Place.QUERY, "k", argument="secret"),
        SecurityScheme("digest", SchemeKind.HTTP, scheme="digest"),
        SecurityScheme("cert", SchemeKind.MUTUAL_TLS),
    )
    needs = ((Requirement("bearer"), Requirement("cert")),)
    package = plan(builder.build(security_schemes=schemes, security=needs))
    client = package.client
    assert [source(item.scheme) for item in client.credentials] == [
        'Bearer(environment=("TOKEN",))',
        'Basic(environment=("ACME_USERNAME", "ACME_PASSWORD"))',
        'ApiKey("query", "k", arguments=("secret",), environment=("ACME_SECRET",))',
        'HttpScheme("digest", environment=("ACME_CREDENTIALS",))',
    ]
    assert source(client.security) == '(("bearer",),)'
    (line,) = [
        line
        for line in import_lines(client_names(package).imports())
        if line.startswith("from ._runtime import ")
    ]
    used = set(line.removeprefix("from ._runtime import ").split(", "))
    assert used - RUNTIME_OF_EVERY_CLIENT == {
        "ApiKey",
        "AsyncTokenProvider",
        "Basic",
        "Bearer",
        "HttpScheme",
        "TokenProvider",
    }


def test_a_scheme_that_is_called_as_its_argument_keeps_that_name() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("app_id", SchemeKind.API_KEY, name="a"),
        SecurityScheme("ApiKey", SchemeKind.API_KEY, name="b"),
    )
    client = plan(builder.build(security_schemes=schemes)).client
    names = [str(item.arguments[0].name) for item in client.credentials]
    assert names == ["app_id", "api_key"]


def test_credentials_that_are_alike_take_longer_names() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets")
    schemes = (
        SecurityScheme("app_id", SchemeKind.API_KEY, name="a"),
        SecurityScheme("app_key", SchemeKind.API_KEY, name="b"),
        SecurityScheme("one", SchemeKind.OAUTH2),
        SecurityScheme("two", SchemeKind.OPENID),
        SecurityScheme("first", SchemeKind.BASIC),
        SecurityScheme("second", SchemeKind.BASIC),
    )
    client = plan(builder.build(security_schemes=schemes)).client
    names = [[str(x.name) for x in item.arguments] for item in client.credentials]
    assert names == [
        ["app_id"],
        ["app_key"],
        ["one_access_token"],
        ["two_access_token"],
        ["first_username", "first_password"],
        ["second_username", "second_password"],
    ]


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        ({"96": "Invalid signature - It was wrong."}, ["INVALID_SIGNATURE = 96"]),
        ({"98": "Login failed / Invalid token - No."}, ["LOGIN_FAILED = 98"]),
        ({"111": 'Format "xxx" not found'}, ["FORMAT_NOT_FOUND = 111"]),
        ({"1": "Not found. Sorry.", "2": ""}, ["NOT_FOUND = 1", "CODE_2 = 2"]),
        ({"E1": "No", "7": "Yes"}, ['NO = "E1"', 'YES = "7"']),
        ({"007": "Bond"}, ['BOND = "007"']),
        ({"1": "Failed", "2": "Failed"}, ["CODE_1 = 1", "CODE_2 = 2"]),
        ({"-1": "2 of them failed"}, ["CODE_MINUS_1 = -1"]),
    ],
)
def test_error_codes(codes: dict[str, str], names: list[str]) -> None:
    views = plan_error_codes([ErrorCode(*item) for item in codes.items()])
    assert [f"{view.name} = {literal(view.value)}" for view in views] == names


def test_tags_describe_resources() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/bank_accounts/{id}")
    package = plan(builder.build(tags=(Tag("Bank Account", "Where money is."),)))
    assert package.resources[0].description == "Where money is."
    assert package.client.children[0].description == "Where money is."


def test_sample_calls_hold_what_is_needed() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    color = builder.add(Choice(builder.meta("Color"), ScalarKind.STRING, ("", "red")))
    wheel = builder.record(
        "Wheel",
        size=builder.scalar(ScalarKind.NUMBER),
        note=Field("note", text, Presence.OPTIONAL),
    )
    car = builder.record(
        None,
        wheels=builder.list_of(wheel),
        color=color,
        made=builder.scalar(ScalarKind.DATE),
        note=Field("note", text, Presence.OPTIONAL),
    )
    builder.operation(
        "PUT",
        "/garages/{id}/cars",
        body=car,
        parameters=[parameter("id", Place.PATH, builder.scalar(ScalarKind.INTEGER))],
    )
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == (
        'garages.cars.update(1, wheels=[{"size": 1.5}], color="red", '
        'made="2024-01-31")'
    ).replace("'", '"')
    assert smoke.method == "PUT"
    assert smoke.path == "/v1/garages/1/cars"
    assert str(smoke.name) == "garages_cars_update"


@pytest.mark.parametrize(
    ("style", "explode", "path"),
    [
        (Style.SIMPLE, False, "/v1/pets/x"),
        (Style.LABEL, True, "/v1/pets/.x"),
        (Style.MATRIX, False, "/v1/pets/;id=x"),
        (Style.MATRIX, True, "/v1/pets/;id=x"),
    ],
)
def test_the_path_of_a_sample_call(style: Style, explode: bool, path: str) -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    given = parameter("id", Place.PATH, texts, style=style, explode=explode)
    builder.operation("GET", "/pets/{id}", parameters=[given])
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == 'pets.retrieve(["x"])'
    assert smoke.path == path


def test_an_object_in_a_path_is_not_empty() -> None:
    builder = ApiBuilder()
    point = builder.record(
        "Point", x=Field("x", builder.scalar(ScalarKind.INTEGER), Presence.OPTIONAL)
    )
    given = parameter("at", Place.PATH, point, explode=True)
    builder.operation("GET", "/maps/{at}", parameters=[given])
    smoke = only_method(plan(builder.build())).smoke
    assert source(smoke.call) == 'maps.retrieve({"x": 1})'
    assert smoke.path == "/v1/maps/x=1"


def test_a_sample_of_a_union_says_which_member_it_is() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    cat = builder.record("Cat", name=text)
    dog = builder.record("Dog", name=text)
    pet = builder.add(UnionOf(builder.meta(), (cat, dog)))
    builder.operation("PUT", "/pet", body=builder.record(None, pet=pet))
    package = plan(builder.build())
    smoke = only_method(package).smoke
    assert source(smoke.call) == 'pet.update(pet=CatParam({"name": "x"}))'
    lines = import_lines(smoke_names(package, [smoke]).imports())
    assert "from acme.params import CatParam" in lines


def _sample() -> ApiBuilder:
    builder = ApiBuilder()
    text = builder.scalar()
    line = builder.record("Line", amount=text)
    invoice = builder.record("Invoice", id=text, lines=builder.list_of(line))
    builder.operation("GET", "/invoices", answer=builder.list_of(invoice), tags=["A"])
    builder.operation("POST", "/invoices", body=invoice, answer=invoice)
    builder.operation("GET", "/invoices/{id}", answer=invoice)
    builder.operation("POST", "/invoices/{id}/pay", answer=invoice)
    builder.operation("GET", "/invoices/{id}/lines", answer=builder.list_of(line))
    builder.operation("GET", "/posts/{id}")
    builder.operation("GET", "/posts/{slug}/")
    return builder


def test_the_order_of_operations_changes_no_view() -> None:
    builder = _sample()
    package = plan(builder.build())
    Random(7).shuffle(builder.operations)
    assert plan(builder.build()) == package


def test_one_more_operation_changes_no_other_view() -> None:
    builder = _sample()
    before = plan(builder.build())
    text = builder.scalar()
    gadget = builder.record("Gadget", name=text, list=text)
    builder.operation("GET", "/gadgets/{id}", answer=gadget)
    builder.operation("POST", "/gadgets", body=gadget)
    after = plan(builder.build())
    assert set(before.resources) < set(after.resources)
    assert {
        str(new.module) for new in set(after.resources) - set(before.resources)
    } == {"gadgets"}
    assert set(before.models) < set(after.models)
    assert set(before.params) <= set(after.params)
    assert methods_of(before).keys() < methods_of(after).keys()


def test_notes_say_where() -> None:
    place = Location("spec.yaml", 3, 4, "/paths")
    planned = build_package(_sample().build(), SETTINGS, lambda _: place)
    assert [item.location for item in planned.diagnostics] == [place, place]


def test_longer_names_are_noted() -> None:
    planned = build_package(
        _sample().build(), PlanSettings(package="acme", distribution="acme")
    )
    assert [(item.code, item.message) for item in planned.diagnostics] == [
        (
            "PL002",
            f"method name `retrieve` is not unique; method named {call}",
        )
        for call in ("`client.posts.retrieve_by_id`", "`client.posts.retrieve_by_slug`")
    ]
