"""Models and their unions."""

from __future__ import annotations

import copy
import json
import pickle
import threading
import warnings
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from runtime import ANY, BaseModel, ListOf, MapOf, Variants
from runtime.response.lenient import construct
from runtime.response.types import find_adapter, load_type

from .sample_models import (
    Cat,
    Circle,
    Closed,
    Dog,
    Everything,
    Label,
    Owner,
    Pet,
    Square,
)

MODELS = "tests.runtime.sample_models"


def lenient(model: type[BaseModel], value: dict[str, object]) -> BaseModel:
    made = construct(model, value)
    assert isinstance(made, model)
    return made


VALID: dict[str, object] = {"kind": "dog", "bark": "b", "class": "c", "new": {"a": 1}}
BROKEN: dict[str, object] = {"kind": "dog", "bark": 5, "born": [], "new": {"a": 1}}


@pytest.mark.parametrize(
    "dog", [Dog.model_validate(VALID), lenient(Dog, BROKEN)], ids=["valid", "broken"]
)
def test_copies_are_equal(dog: Dog) -> None:
    assert pickle.loads(pickle.dumps(dog)) == dog
    assert copy.copy(dog) == dog
    deep = copy.deepcopy(dog)
    assert deep == dog
    vars(deep)["bark"] = "other"
    assert deep != dog
    assert dog.model_copy(update={"bark": "x"}).bark == "x"


@pytest.mark.parametrize("value", [VALID, BROKEN])
def test_a_round_trip_changes_nothing_and_warns_of_nothing(
    value: dict[str, object],
) -> None:
    dog = lenient(Dog, value)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert dog.to_dict() == value
        assert json.loads(dog.to_json()) == value
        assert json.loads(dog.to_json(indent=2)) == value
        assert dog.model_dump(by_alias=True, exclude_unset=True) == value
        dumped = dog.model_dump_json(by_alias=True, exclude_unset=True)
        assert json.loads(dumped) == value
    with pytest.warns(UserWarning, match="Expected `str`"):
        lenient(Dog, BROKEN).model_dump(warnings=True)


def test_indented_json() -> None:
    assert Label(text="x").to_json(indent=1) == '{\n "text": "x"\n}'


def test_unknown_properties_are_attributes() -> None:
    dog = Dog.model_validate(VALID)
    assert vars(dog)["class_"] == "c"
    assert dog.model_extra == {"new": {"a": 1}}
    new: object = getattr(dog, "new")  # noqa: B009 (type checkers do not know it)
    assert new == {"a": 1}
    with pytest.raises(AttributeError, match="old"):
        getattr(dog, "old")  # noqa: B009


def test_properties_with_an_underscore_are_kept() -> None:
    document = '{"text":"x","_id":1,"__v":2}'
    for label in (
        Label.model_validate_json(document),
        lenient(Label, json.loads(document)),
    ):
        assert label.to_json() == document
        assert label.model_extra == {"_id": 1, "__v": 2}


def test_fields_can_be_given_by_either_name() -> None:
    by_python = Dog.model_validate({"kind": "dog", "bark": "b", "class_": "c"})
    assert by_python == Dog.model_validate({"kind": "dog", "bark": "b", "class": "c"})


def test_the_repr_shows_what_was_set() -> None:
    assert repr(Label(text="x")) == "Label(text='x')"
    assert repr(Label(text="x", color=None)) == "Label(text='x', color=None)"
    assert str(Dog.model_validate(VALID)) == (
        "kind='dog' bark='b' class_='c' new={'a': 1}"
    )
    assert repr(lenient(Label, {})) == "Label()"


def test_bytes_that_are_no_base64_type() -> None:
    everything = Everything.model_validate_json('{"text":"t","raw":"aGk="}')
    assert everything.raw == b"hi"


def test_variants() -> None:
    pets = TypeAdapter(list[Pet]).validate_python(
        [
            {"kind": "cat", "lives": 9},
            {"kind": "dog", "bark": "b"},
            {"kind": "fish", "fins": 2},
            {"name": "nameless"},
            Cat(kind="cat", lives=1),
            BaseModel.model_validate({"x": 1}),
        ]
    )
    kinds = [type(pet) for pet in pets]
    assert kinds == [Cat, Dog, BaseModel, BaseModel, Cat, BaseModel]
    assert pets[2].to_dict() == {"kind": "fish", "fins": 2}
    with pytest.raises(ValidationError, match="valid dictionary"):
        TypeAdapter(Pet).validate_python(5)

    class Kitten(Cat):
        """A class of the caller's own."""

    kitten = Kitten(kind="cat", lives=9)
    assert TypeAdapter(Pet).validate_python(kitten) is kitten


def test_several_values_may_mean_one_class() -> None:
    value = {"kind": "puppy", "bark": "b"}
    # Its own `kind` allows `dog` alone; so it is built as far as it goes.
    assert isinstance(construct(Pet, value), Dog)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Pet).validate_python(value)
    assert caught.value.errors()[0]["loc"][-1] == "kind"


def test_variants_without_others_fall_back_to_the_best_fit() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Closed)
    assert isinstance(adapter.validate_python({"shape": "circle", "radius": 1}), Circle)
    with pytest.raises(ValidationError):
        adapter.validate_python({"shape": "hexagon", "side": 1})


def test_the_member_is_told_by_the_property_and_not_by_the_fit() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Closed).validate_python({"shape": "circle", "side": 1})
    assert {error["loc"][-1] for error in caught.value.errors()} == {"radius"}


class On(BaseModel):
    value: int


class Off(BaseModel):
    reason: str


def test_properties_that_are_no_text() -> None:
    switch: Any = Annotated[On | Off, Variants("on", {"true": On, "false": Off})]
    adapter: TypeAdapter[Any] = TypeAdapter(switch)
    assert isinstance(adapter.validate_json('{"on":true,"value":1}'), On)
    assert isinstance(adapter.validate_json('{"on":false,"reason":"x"}'), Off)
    level: Any = Annotated[On | Off, Variants("level", {"1": On, "2": Off})]
    assert isinstance(TypeAdapter(level).validate_json('{"level":2,"reason":"x"}'), Off)


def test_variants_of_one() -> None:
    only: Any = Annotated[Square, Variants("shape", {"square": Square})]
    made = TypeAdapter(only).validate_python({"shape": "square", "side": 1})
    assert isinstance(made, Square)
    assert isinstance(construct(only, {"shape": "square", "side": "x"}), Square)


def test_variants_dump_like_their_member() -> None:
    owner = Owner.model_validate(
        {"id": "1", "pets": [{"kind": "cat", "lives": 9}, {"kind": "fish", "a": 1}]}
    )
    assert owner.to_dict() == {
        "id": "1",
        "pets": [{"kind": "cat", "lives": 9}, {"kind": "fish", "a": 1}],
    }


def test_references() -> None:
    assert load_type("Owner", MODELS) is Owner
    assert load_type(ListOf("Owner"), MODELS) == list[Owner]
    assert load_type(MapOf(ListOf(int)), MODELS) == dict[str, list[int]]
    assert load_type(ANY, MODELS) is Any
    assert find_adapter("Owner", MODELS) is find_adapter("Owner", MODELS)
    with pytest.raises(ModuleNotFoundError, match=r"runtime\.models"):
        load_type("Owner", "")
    with pytest.raises(AttributeError):
        load_type("Nobody", MODELS)


def test_many_threads_may_need_a_model_first() -> None:
    namespace: dict[str, Any] = {"BaseModel": BaseModel, "__name__": "fresh"}
    fields = "\n".join(f"    f{n}: list['Fresh'] = []" for n in range(20))
    exec(f"class Fresh(BaseModel):\n    id: int\n{fields}", namespace)
    fresh = namespace["Fresh"]
    barrier = threading.Barrier(8)
    made: list[object] = []

    def decode() -> None:
        barrier.wait()
        made.append(find_adapter(fresh, MODELS).validate_json('{"id":1}'))

    threads = [threading.Thread(target=decode) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [fresh(id=1)] * 8
