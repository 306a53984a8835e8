"""Models that are read and written, and unions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.suites.calls import Calls


def test_a_model_that_was_read(call: Calls) -> None:
    item = call(lambda client: client.items.retrieve(3))
    assert (item.number, item.label) == (3, "item-3")
    assert str(item.price.amount) == "9.90"
    assert (item.price.currency, item.discount) == ("EUR", None)
    assert sorted(item.tags or []) == ["a", "b"]


def test_the_properties_of_a_model_that_was_read_are_written(call: Calls) -> None:
    item = call(lambda client: client.items.retrieve(3))
    written = call(
        lambda client: client.items.replace(
            3, number=item.number, price=item.price, tags=item.tags or []
        )
    )
    assert sorted(written.tags or []) == ["a", "b"]
    assert str(written.price.amount) == "9.90"


def test_a_model_that_was_read_is_an_item_of_a_body(call: Calls) -> None:
    item = call(lambda client: client.items.retrieve(3))
    written = call(lambda client: client.items.import_(body=[item]))
    assert [one.label for one in written] == ["item-3"]


def test_a_plain_dict_is_written(call: Calls) -> None:
    written = call(
        lambda client: client.items.replace(
            3, number=4, price={"amount": "1.50"}, discount="0.10", tags=["c"]
        )
    )
    assert (written.label, written.price.currency) == ("item-4", "EUR")
    assert (str(written.price.amount), str(written.discount)) == ("1.50", "0.10")


def test_decimals_are_written(call: Calls) -> None:
    written = call(
        lambda client: client.items.replace(
            3, number=4, price={"amount": Decimal("1.50")}, discount=Decimal("0.10")
        )
    )
    assert (str(written.price.amount), str(written.discount)) == ("1.50", "0.10")


def test_a_number_for_a_decimal(call: Calls) -> None:
    written = call(
        lambda client: client.items.replace(3, number=4, price={"amount": 1.5})
    )
    assert str(written.price.amount) == "1.5"


def test_null_for_an_optional_decimal(call: Calls) -> None:
    written = call(
        lambda client: client.items.replace(
            3, number=4, price={"amount": "1"}, discount=None
        )
    )
    assert written.discount is None


def test_a_set_is_written(call: Calls) -> None:
    written = call(
        lambda client: client.items.replace(
            3, number=4, price={"amount": "1"}, tags={"b", "a"}
        )
    )
    assert sorted(written.tags or []) == ["a", "b"]


def test_a_variant(call: Calls) -> None:
    pet = call(lambda client: client.pets.create(body={"kind": "dog", "bark": "loud"}))
    assert type(pet).__name__ == "Dog"
    assert pet.model_dump() == {"kind": "dog", "bark": "loud"}


def test_a_variant_that_was_read_is_written(call: Calls) -> None:
    pet = call(lambda client: client.pets.create(body={"kind": "cat", "lives": 9}))
    again = call(lambda client: client.pets.create(body=pet))
    assert type(again).__name__ == "Cat"
    assert again == pet


def test_an_unknown_variant_is_preserved(call: Calls) -> None:
    pet = call(lambda client: client.pets.newer())
    assert type(pet).__name__ not in {"Cat", "Dog"}
    assert call.fields(pet) == {"kind": "parrot", "lives": 1, "words": ["hello"]}


def test_unions_as_properties(call: Calls) -> None:
    drawing = call(
        lambda client: client.drawings.create(
            pet={"kind": "cat", "lives": 9},
            shapes=[{"side": 2}, {"radius": "1.50"}],
            mixed=[1, 2],
        )
    )
    assert type(drawing.pet).__name__ == "Cat"
    shapes = list(drawing.shapes or ())
    assert [type(shape).__name__[:6] for shape in shapes] == ["Square", "Circle"]
    assert drawing.mixed == [1, 2]


def test_a_string_in_a_union_of_scalars(call: Calls) -> None:
    drawing = call(lambda client: client.drawings.create(mixed="12"))
    assert drawing.mixed == "12"


def test_unions_that_were_read_are_written(call: Calls) -> None:
    drawing = call(lambda client: client.drawings.create(shapes=[{"radius": "1.50"}]))
    again = call(lambda client: client.drawings.create(shapes=drawing.shapes or []))
    assert call.fields((again.shapes or [])[0])["radius"] == "1.50"
