"""Models of a package that refer to each other, and validators that contain some of them."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any

import pytest
import runtime
from pydantic import TypeAdapter, ValidationError
from runtime import partial
from runtime.partial import PartialAdapter, complete_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = Path(runtime.__file__).parents[1]
PACKAGE = "circular"
HEAD = """
from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import Field
from runtime import BaseModel

if TYPE_CHECKING:
    from .. import models
"""
MODULES = {
    "cat": """
class Cat(BaseModel):
    name: str
    friend: str | models.Dog | models.Ghost | None = None
    kittens: list[models.Cat] | None = None
    born_in: Annotated[models.Town | None, Field(alias="bornIn")] = None
""",
    "dog": """
class Dog(BaseModel):
    born: dt.date
    enemies: dict[str, models.Cat] | None = None
    pet: models.Pet | None = None
""",
    "ghost": "class Ghost(BaseModel):\n    born: str\n    died: str\n",
    "town": "class Town(BaseModel):\n    mayor: models.Cat\n    twin: models.Town | None = None\n",
    "pet": "from .cat import Cat\nfrom .dog import Dog\n\nPet: TypeAlias = Cat | Dog\n",
}
DOG = (
    '{"born": "2020-01-02", "enemies": {"a": {"name": "Tom"}}, "pet": {"name": "Tim"}}'
)
GHOST = '{"born": "2020-01-02", "died": "2021-01-02"}'
DATA = (
    '{"name": "Tom"}',
    '{"name": "Tom", "friend": "dog_1", "bornIn": null}',
    f'{{"name": "Tom", "friend": {DOG}}}',
    f'{{"name": "Tom", "friend": {GHOST}, "kittens": [{{"name": "Tim"}}]}}',
    f'{{"name": "Tom", "bornIn": {{"mayor": {{"name": "Ann", "friend": {DOG}}}}}}}',
    '{"name": "Tom", "friend": 5}',
    '{"name": "Tom", "friend": {"born": 1}, "bornIn": [1]}',
    '{"bornIn": {"mayor": {"name": {}}, "twin": 1}}',
    "[",
)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return the package `models` of a new package."""
    folder = tmp_path / PACKAGE / "models"
    folder.mkdir(parents=True)
    (tmp_path / PACKAGE / "__init__.py").touch()
    table = {f".{name}": name.title() for name in MODULES}
    (folder / "__init__.py").write_text(
        "from runtime import lazy_exports\n"
        f"__getattr__, __dir__, __all__ = lazy_exports(__name__, {table})\n"
    )
    for name, text in MODULES.items():
        (folder / f"{name}.py").write_text(HEAD + text)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(partial, "_MODELS", f"{PACKAGE}.models")
    yield import_module(f"{PACKAGE}.models")
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def loaded() -> set[str]:
    """Return the modules of models that are loaded."""
    prefix = f"{PACKAGE}.models."
    return {name.removeprefix(prefix) for name in sys.modules if prefix in name}


def list_of(model: Any) -> Any:
    """Return the type of a list of models, as an expression."""
    return GenericAlias(list, model)


def outcome(validate: Any, data: str, **options: Any) -> str:
    """Return the result of a validation, or its errors."""
    try:
        return repr(validate(data, **options))
    except ValidationError as error:
        return f"{error.errors(include_url=False)}"


def test_importing_a_model_imports_no_other(models: Any) -> None:
    assert models.Cat.__name__ == "Cat"
    assert loaded() == {"cat"}


def test_only_models_that_occur_are_completed(models: Any) -> None:
    models.Cat.model_validate_json('{"name": "Tom", "friend": {"born": "2020-01-02"}}')
    assert models.Cat.__pydantic_fields_complete__
    assert models.Dog.__pydantic_fields_complete__
    assert not models.Town.__pydantic_fields_complete__
    assert not models.Cat.__pydantic_complete__


@pytest.mark.parametrize("strict", [False, True])
def test_results_and_errors_are_those_of_pydantic(models: Any, *, strict: bool) -> None:
    whole = TypeAdapter[Any](list_of(models.Cat)).validate_json
    for data in DATA:
        part = PartialAdapter(list_of(models.Cat)).validate_json
        expected = outcome(whole, f"[{data}]", strict=strict)
        assert outcome(part, f"[{data}]", strict=strict) == expected
        assert outcome(part, f"[{data}]", strict=strict) == expected


def test_an_included_model_stays_in_the_validator(
    models: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = f'{{"name": "Tom", "friend": {DOG}}}'
    first = models.Cat.model_validate_json(data)
    monkeypatch.setattr(partial, "_build", None)  # a call would fail
    assert models.Cat.model_validate_json(data) == first
    assert isinstance(first.friend, models.Dog)
    assert isinstance(first.friend.pet, models.Cat)


def test_models_behave_as_if_they_were_complete(models: Any) -> None:
    assert models.Cat.model_fields["born_in"].alias == "bornIn"
    built = models.Cat.model_construct(name="Tom", bornIn=None)
    assert built.model_fields_set == {"name", "born_in"}
    cat = models.Cat.model_validate_json(DATA[4])
    assert pickle.loads(pickle.dumps(cat)) == cat
    assert cat.model_copy(deep=True) == cat
    assert cat.to_dict()["bornIn"]["mayor"]["friend"]["born"] == "2020-01-02"
    assert models.Cat(name="Ann", friend=cat.born_in.mayor.friend).friend.enemies


@pytest.mark.parametrize("data", DATA[:5])
def test_models_are_serialized_as_by_pydantic(models: Any, data: str) -> None:
    cat = models.Cat.model_validate_json(data)
    written = cat.to_dict(), cat.to_json(), cat.model_dump(), cat.model_dump_json()
    assert not models.Cat.__pydantic_complete__
    for name in ("Cat", "Dog", "Ghost", "Town"):
        getattr(models, name).model_rebuild(force=True)
    assert models.Cat.__pydantic_complete__
    again = models.Cat.model_validate_json(data)
    assert written == (
        again.to_dict(),
        again.to_json(),
        again.model_dump(),
        again.model_dump_json(),
    )


@pytest.mark.parametrize("use_first", [False, True])
def test_json_schemas_contain_all_models(models: Any, *, use_first: bool) -> None:
    if use_first:
        models.Cat.model_validate_json(DATA[2])
    expected = {"Cat", "Dog", "Ghost", "Town"}
    assert expected == models.Cat.model_json_schema()["$defs"].keys()
    assert expected == TypeAdapter(models.Cat).json_schema()["$defs"].keys()
    assert (
        expected == TypeAdapter[Any](list_of(models.Cat)).json_schema()["$defs"].keys()
    )


def test_a_subclass_of_another_module_has_the_fields_of_the_model(models: Any) -> None:
    class Lion(models.Cat):  # type: ignore[misc, unused-ignore]
        size: int

    lion = Lion.model_validate_json(DATA[2].replace("{", '{"size": 2, ', 1))
    assert isinstance(lion.friend, models.Dog)
    assert Lion.model_fields.keys() == {"name", "friend", "kittens", "born_in", "size"}


def test_completing_the_fields_builds_no_validator(models: Any) -> None:
    complete_fields(models.Town)
    assert models.Town.__pydantic_fields_complete__
    assert not models.Town.__pydantic_complete__
    assert not models.Cat.__pydantic_fields_complete__


def test_threads_can_extend_a_validator_at_the_same_time(models: Any) -> None:
    adapter = PartialAdapter(models.Cat)
    barrier = threading.Barrier(len(DATA[:5]))
    found: dict[str, object] = {}

    def decode(data: str) -> None:
        barrier.wait()
        found[data] = adapter.validate_json(data)

    threads = [threading.Thread(target=decode, args=[data]) for data in DATA[:5]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = TypeAdapter[Any](list_of(models.Cat))
    for data in DATA[:5]:
        assert [found[data]] == whole.validate_json(f"[{data}]")


def test_any_model_can_be_used_first(models: Any, tmp_path: Path) -> None:
    for name in ("Cat", "Dog", "Ghost", "Town"):
        code = (
            f"import runtime.partial\n"
            f"runtime.partial._MODELS = '{PACKAGE}.models'\n"
            f"from {PACKAGE} import models\n"
            f"print(*models.{name}.model_fields)\n"
            f"models.{name}.model_rebuild()\n"
        )
        completed = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={"PYTHONPATH": f"{tmp_path}:{TEMPLATES}"},
        )
        assert completed.stderr == ""
    assert models


def test_a_rebuild_finds_the_names_of_its_caller(models: Any) -> None:
    def define() -> Any:
        class Later(runtime.BaseModel):
            cat: Thing  # type: ignore[valid-type]

        return Later

    Thing = models.Cat  # noqa: N806
    later = define()
    later.model_rebuild()
    assert later.model_validate({"cat": {"name": "Tom"}}).cat.name == "Tom"
    assert Thing is models.Cat


def test_messages_of_errors_name_the_model(models: Any) -> None:
    with pytest.raises(ValidationError, match=r"^1 validation error for Cat\nname\n"):
        models.Cat.model_validate_json("{}")


def test_all_models_are_included_after_some_extensions(
    models: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partial, "_MAX_EXTENSIONS", 0)
    adapter = PartialAdapter(list_of(models.Cat))
    adapter.validate_json(f"[{DATA[2]}]")
    monkeypatch.setattr(PartialAdapter, "_extend", None)  # a call would fail
    for data in DATA[:5]:
        adapter.validate_json(f"[{data}]")


def test_placeholders_of_classes_with_the_same_name_differ() -> None:
    def adapter() -> PartialAdapter:
        class Item(runtime.BaseModel):
            size: int

        class Box(runtime.BaseModel):
            item: Item

        return PartialAdapter(Box)

    for each in (adapter(), adapter()):
        with pytest.raises(ValidationError):
            each.validate_json('{"item": 5}')
