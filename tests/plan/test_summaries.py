"""The first line of a method's docstring."""

from __future__ import annotations

import pytest
from sdksmith.model.api import Operation
from sdksmith.plan.docs.summaries import read_summary, split_first_sentence
from sdksmith.text.prose import end_sentence

from .builder import template_of


def _operation(
    route: str, name: str = "", summary: str = "", description: str = ""
) -> Operation:
    method, path = route.split()
    return Operation(method, template_of(path), name, "", summary, description)


@pytest.mark.parametrize(
    ("written", "said"),
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
def test_a_summary_begins_with_a_capital(written: str, said: str) -> None:
    assert read_summary(_operation("GET /pods", "x", written)) == (said, "")
    described = _operation("GET /pods", "x", description=written)
    assert read_summary(described) == (said, "")


@pytest.mark.parametrize(
    ("route", "name", "said"),
    [
        ("GET /rooms/{room_id}/messages", "list_messages", "List messages."),
        ("GET /rooms/{id}", "getRoomById_1", "Get room by ID."),
        ("POST /rooms/{id}/invoices", "Rooms_CreateInvoice", "Create invoice."),
        ("GET /v1/rooms", "get_rooms", "Get rooms."),
        ("GET /items/", "read_items_items__get", "Read items."),
        # Names that tools made of the path.
        ("GET /rooms/{room}", "getRoomsRoom", "Call `GET /rooms/{room}`."),
        ("POST /rooms/open", "PostRoomsOpen", "Call `POST /rooms/open`."),
        ("POST /v2/rooms", "post_rooms", "Call `POST /v2/rooms`."),
        ("POST /rooms", "post-/rooms_create", "Call `POST /rooms`."),
        # Names that are no sentence.
        ("GET /rooms", "", "Call `GET /rooms`."),
        ("GET /rooms", "rooms", "Call `GET /rooms`."),
        ("POST /rooms", "rooms_create", "Call `POST /rooms`."),
        ("GET /logs/{path}", "logFileHandler", "Call `GET /logs/{path}`."),
    ],
)
def test_an_operation_without_words_is_called_by_its_name(
    route: str, name: str, said: str
) -> None:
    assert read_summary(_operation(route, name)) == (said, "")
    # As a summary a name says no more than it does itself; a word of prose does.
    repeated = read_summary(_operation(route, name, summary=name))[0]
    assert repeated == ("Rooms." if name == "rooms" else said)


@pytest.mark.parametrize("summary", ["readRooms", "/rooms/{room}", "Get Rooms Room"])
def test_a_description_wins_over_a_summary_that_repeats(summary: str) -> None:
    operation = _operation(
        "GET /rooms/{room}", "readRooms", summary, "One room. Or two."
    )
    assert read_summary(operation) == ("One room.", "Or two.")


@pytest.mark.parametrize(
    ("sentence", "said"),
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
def test_a_sentence_ends_with_a_point(sentence: str, said: str) -> None:
    assert end_sentence(sentence) == said


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
def test_the_first_sentence(text: str, first: str, rest: str) -> None:
    assert split_first_sentence(text) == (first, rest)
