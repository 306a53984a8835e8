"""The first line of a method's docstring."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Operation
from sdksmith.plan.docs.summaries import read_summary, split_first_sentence
from sdksmith.text.prose import end_sentence

from tests.plan.builder import ApiBuilder, template_of
from tests.plan.views import only_method, plan


def _operation(
    route: str, name: str = "", summary: str = "", description: str = ""
) -> Operation:
    method, path = route.split()
    return Operation(method, template_of(path), name, "", summary, description)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("create a pod.", "Create a pod."),
        ("test", "Test."),
        ("<p>create a pod</p>", "<p>Create a pod.</p>"),
        ("iOS builds", "iOS builds."),
        ("fooBar of a pod", "fooBar of a pod."),
        ("foo_bar of a pod", "foo_bar of a pod."),
        ("foo.bar of a pod", "foo.bar of a pod."),
        ("`foo` of a pod", "`foo` of a pod."),
        ("https://pods.test is where pods are", "https://pods.test is where pods are."),
        ("x-pod header", "x-pod header."),
        ("pods/list of pods", "pods/list of pods."),
        ("\u00fcber uns", "\u00fcber uns."),
    ],
)
def test_summary_starts_with_a_capital_letter(written: str, expected: str) -> None:
    assert read_summary(_operation("GET /pods", "x", written)) == (expected, "")
    described = _operation("GET /pods", "x", description=written)
    assert read_summary(described) == (expected, "")


@pytest.mark.parametrize(
    ("route", "name", "expected"),
    [
        ("GET /rooms/{room_id}/messages", "list_messages", "List messages."),
        ("GET /rooms/{id}", "getRoomById_1", "Get room by ID."),
        ("POST /rooms/{id}/invoices", "Rooms_CreateInvoice", "Create invoice."),
        ("GET /v1/rooms", "get_rooms", "Get rooms."),
        ("GET /items/", "read_items_items__get", "Read items."),
        # OperationIds that tools derive from the path.
        ("GET /rooms/{room}", "getRoomsRoom", "Call `GET /rooms/{room}`."),
        ("POST /rooms/open", "PostRoomsOpen", "Call `POST /rooms/open`."),
        ("POST /v2/rooms", "post_rooms", "Call `POST /v2/rooms`."),
        ("POST /rooms", "post-/rooms_create", "Call `POST /rooms`."),
        # OperationIds that are not sentences.
        ("GET /rooms", "", "Call `GET /rooms`."),
        ("GET /rooms", "rooms", "Call `GET /rooms`."),
        ("POST /rooms", "rooms_create", "Call `POST /rooms`."),
        ("GET /logs/{path}", "logFileHandler", "Call `GET /logs/{path}`."),
    ],
)
def test_missing_summary_is_derived_from_the_operation_id(
    route: str, name: str, expected: str
) -> None:
    assert read_summary(_operation(route, name)) == (expected, "")
    # A summary that repeats the operationId is ignored unless it is a word of prose.
    repeated = read_summary(_operation(route, name, summary=name))[0]
    assert repeated == ("Rooms." if name == "rooms" else expected)


@pytest.mark.parametrize("summary", ["readRooms", "/rooms/{room}", "Get Rooms Room"])
def test_description_replaces_a_summary_that_repeats_operation_id_or_path(
    summary: str,
) -> None:
    operation = _operation(
        "GET /rooms/{room}", "readRooms", summary, "One room. Or two."
    )
    assert read_summary(operation) == ("One room.", "Or two.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("One", "One."),
        ("One!", "One!"),
        ("`one`", "`one`."),
        ("One:", "One:"),
        ("<p>One</p>", "<p>One.</p>"),
        ("<p>One <b>two</b></p>", "<p>One <b>two.</b></p>"),
        ("a > b>", "a > b>"),
        ("<p></p>", "<p></p>"),
        (">", ">"),
        ("[Read more.](/docs)", "[Read more.](/docs)"),
        ("[Read more](/docs)", "[Read more](/docs)."),
        ("One (or two.)", "One (or two.)"),
        ("One (or two)", "One (or two)."),
    ],
)
def test_sentence_ends_with_a_period(sentence: str, expected: str) -> None:
    assert end_sentence(sentence) == expected


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("One of v1.2\n\nTwo.", "One of v1.2", "Two."),
        ("<p>One. Two.</p>Three.", "One.", "<p>Two.</p>Three."),
        ("<p>A <b>big</b> one. Two.</p>", "A <b>big</b> one.", "<p>Two.</p>"),
        ("<p>A <b>one. Two</b>.</p>Three.", "<p>A <b>one. Two</b>.</p>", "Three."),
        ("<p>One</p>\n<p>Two. Three.</p>", "<p>One</p>", "<p>Two. Three.</p>"),
        ("One", "One", ""),
    ],
)
def test_split_of_the_first_sentence(text: str, first: str, rest: str) -> None:
    assert split_first_sentence(text) == (first, rest)


@pytest.mark.parametrize(
    ("description", "summary", "body"),
    [
        ("Find it. Then feed it.", "Find it.", "Then feed it."),
        ("Find it", "Find it.", ""),
        ("Version 1.2 of it. More", "Version 1.2 of it.", "More"),
        ("<p>Find it.</p><p>More.</p>", "<p>Find it.</p>", "<p>More.</p>"),
        ("Find\n\nMore", "Find.", "More"),
        ("", "Call `GET /pet`.", ""),
    ],
)
def test_summary_is_the_first_sentence_of_the_description(
    description: str, summary: str, body: str
) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pet")
    builder.operations[0] = replace(item, description=description)
    doc = only_method(plan(builder.build())).doc
    assert (doc.summary, doc.body) == (summary, body)


@pytest.mark.parametrize(
    ("written", "summary"),
    [
        ("Get Pets Pet Feed", "Feed it."),
        ("get pets pet feed", "Feed it."),
        ("Feed a pet", "Feed a pet."),
        ("Get Pets", "Get Pets."),
    ],
)
def test_description_replaces_a_summary_that_repeats_the_path(
    written: str, summary: str
) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pets/{pet}/feed")
    builder.operations[0] = replace(item, summary=written, description="Feed it.")
    assert only_method(plan(builder.build())).doc.summary == summary
