"""Models, params and aliases."""

from __future__ import annotations

from sdksmith.model.types import (
    Choice,
    Discriminator,
    Field,
    ListOf,
    MapOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    UnionOf,
)
from sdksmith.plan.package import AliasView, ClassView, TypedDictView
from sdksmith.render.types import field_line, types_names

from tests.plan.builder import ApiBuilder
from tests.plan.views import (
    alias_of,
    definitions,
    fields_of,
    import_lines,
    plan,
    source,
)

STRING = ScalarKind.STRING


def test_unused_components_become_models() -> None:
    builder = ApiBuilder()
    builder.record("Pet", name=builder.scalar())
    package = plan(builder.build())
    assert fields_of(definitions(package.models)["Pet"]) == {"name": "str"}
    assert package.params == ()


def test_annotations_of_model_fields() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.record(
        "Pet",
        name=text,
        nick=Field("nick", text, Presence.REQUIRED, nullable=True),
        age=Field("age", builder.scalar(ScalarKind.INTEGER), Presence.OPTIONAL),
        secret=Field("secret", text, Presence.REQUIRED, write_only=True),
        petType=text,
        born=builder.scalar(ScalarKind.DATE),
        photo=builder.scalar(ScalarKind.BYTES),
        extra=Field("extra", builder.scalar(ScalarKind.ANY), Presence.OPTIONAL),
        tags=builder.list_of(text),
    )
    package = plan(builder.build())
    assert fields_of(definitions(package.models)["Pet"]) == {
        "name": "str",
        "nick": "str | None",
        "age": "int | None = None",
        "secret": "str | None = None",
        "pet_type": 'str @ "petType"',
        "born": "dt.date",
        "photo": "Base64Bytes",
        "extra": "Any = None",
        "tags": "list[str]",
    }
    (module,) = package.models
    assert import_lines(types_names("models", module).imports()) == [
        "import datetime as dt",
        "from typing import Annotated, Any",
        "from pydantic import Field",
        "from .._runtime import Base64Bytes, BaseModel",
    ]


def test_field_that_shadows_a_builtin() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.record("Pet", str=text, dt=builder.scalar(ScalarKind.DATE), name=text)
    (module,) = plan(builder.build()).models
    names = types_names("models", module)
    view = definitions([module])["Pet"]
    assert isinstance(view, ClassView)
    assert [field_line(field, names) for field in view.fields] == [
        "str: builtins.str",
        "dt: _dt.date",
        "name: builtins.str",
    ]
    assert import_lines(names.imports()) == [
        "import builtins",
        "import datetime as _dt",
        "from .._runtime import BaseModel",
    ]


def test_keys_of_typed_dicts_are_wire_names() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.record(
        "Pet",
        petName=text,
        id=Field("id", text, Presence.REQUIRED, read_only=True),
        tag=Field("tag", text, Presence.OPTIONAL, nullable=True),
    )
    odd = builder.add(
        Record(
            builder.meta("Odd"),
            (
                Field("a-b", text, Presence.OPTIONAL),
                Field("class", text, Presence.REQUIRED),
            ),
            extra=None,
        )
    )
    pets = builder.list_of(builder.schemas["Pet"])
    builder.operation("POST", "/pets", body=builder.record(None, pets=pets, odd=odd))
    views = definitions(plan(builder.build()).params)
    pet, unusual = views["PetParam"], views["OddParam"]
    assert isinstance(pet, TypedDictView)
    assert isinstance(unusual, TypedDictView)
    assert not pet.functional
    assert fields_of(pet) == {"petName": "str", "tag": "NotRequired[str | None]"}
    assert unusual.functional
    assert fields_of(unusual) == {
        "a_b": '"NotRequired[str]" @ "a-b"',
        "class_": '"str" @ "class"',
    }


def test_enumerations_are_literals() -> None:
    builder = ApiBuilder()
    builder.add(
        Choice(
            builder.meta("Status", description="How it is."),
            ScalarKind.STRING,
            ("on", "off"),
            descriptions=("Running.", ""),
        )
    )
    numbers = builder.add(Choice(builder.meta("Level"), ScalarKind.INTEGER, (1, 2)))
    floats = builder.add(Choice(builder.meta("Ratio"), ScalarKind.NUMBER, (0.5, 1)))
    builder.record("Pet", status=builder.schemas["Status"], level=numbers, ratio=floats)
    views = definitions(plan(builder.build()).models)
    assert alias_of(views["Status"]) == 'Literal["on", "off"]'
    assert views["Status"].members == (("on", "Running."), ("off", ""))  # type: ignore[union-attr]
    assert alias_of(views["Level"]) == "Literal[1, 2]"
    assert "Ratio" not in views
    assert fields_of(views["Pet"]) == {
        "status": "Status | str",
        "level": "Level | int",
        "ratio": "IntOrFloat",
    }


def test_named_unions_lists_and_maps_are_aliases() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    cat = builder.record("Cat", kind=text)
    dog = builder.record("Dog", kind=text)
    builder.add(UnionOf(builder.meta("Pet"), (cat, dog, text)))
    builder.add(
        ListOf(builder.meta("Pets"), builder.schemas["Pet"], nullable_items=True)
    )
    builder.add(MapOf(builder.meta("PetsByName"), builder.schemas["Pet"]))
    builder.add(TupleOf(builder.meta("Pair"), (cat, text), None))
    builder.add(TupleOf(builder.meta("Row"), (cat,), text))
    views = definitions(plan(builder.build()).models)
    assert alias_of(views["Pet"]) == "Cat | Dog | str"
    assert alias_of(views["Pets"]) == "list[Pet | None]"
    assert alias_of(views["PetsByName"]) == "dict[str, Pet]"
    assert alias_of(views["Pair"]) == "tuple[Cat, str]"
    assert alias_of(views["Row"]) == "list[Cat | str]"


def test_union_with_a_discriminator_has_variants() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    cat = builder.record("Cat", kind=text)
    dog = builder.record("Dog", kind=text)
    discriminator = Discriminator("kind", (("cat", cat), ("dog", dog)))
    builder.add(UnionOf(builder.meta("Pet"), (cat, dog), discriminator))
    views = definitions(plan(builder.build()).models)
    assert alias_of(views["Pet"]) == (
        'Annotated[Cat | Dog, Variants("kind", {"cat": Cat, "dog": Dog})]'
    )


def test_union_with_an_untyped_member_is_any() -> None:
    builder = ApiBuilder()
    cat = builder.record("Cat", name=builder.scalar())
    union = builder.add(UnionOf(builder.meta(), (cat, builder.scalar(ScalarKind.ANY))))
    builder.record("Box", content=union)
    package = plan(builder.build())
    assert fields_of(definitions(package.models)["Box"]) == {"content": "Any"}
    box = next(module for module in package.models if module.module == "box")
    assert import_lines(types_names("models", box).imports()) == [
        "from typing import Any",
        "from .._runtime import BaseModel",
    ]


def test_types_of_additional_properties() -> None:
    builder = ApiBuilder()
    number = builder.scalar(ScalarKind.INTEGER)
    named = (Field("name", builder.scalar(), Presence.REQUIRED),)
    builder.add(Record(builder.meta("Typed"), named, number, extra_declared=True))
    builder.add(Record(builder.meta("Open"), named, number))
    anything = builder.scalar(ScalarKind.ANY)
    builder.add(Record(builder.meta("Wild"), named, anything, extra_declared=True))
    package = plan(builder.build())
    imports = [
        import_lines(types_names("models", module).imports())
        for module in package.models
    ]
    runtime = "from .._runtime import BaseModel"
    assert imports == [
        [runtime],
        ["from pydantic import Field", runtime],
        [runtime],
    ]
    views = definitions(package.models)
    assert views["Wild"].extra is None  # type: ignore[union-attr]
    typed = views["Typed"]
    assert isinstance(typed, ClassView)
    assert typed.extra is not None
    assert source(typed.extra) == "int"
    assert views["Open"].extra is None  # type: ignore[union-attr]


def test_enumeration_of_one_value_is_written_in_place() -> None:
    builder = ApiBuilder()
    kind = builder.add(Choice(builder.meta(None, "Pet", "kind"), STRING, ("pet",)))
    form = builder.add(Choice(builder.meta(None, "Pet", "form"), STRING, ("a", "b")))
    pet = builder.record("Pet", kind=kind, form=form)
    builder.operation("PUT", "/pets", body=builder.list_of(pet))
    package = plan(builder.build())
    assert fields_of(definitions(package.models)["Pet"]) == {
        "kind": 'Literal["pet"] | str',
        "form": "PetForm | str",
    }
    assert fields_of(definitions(package.params)["PetParam"]) == {
        "kind": 'Literal["pet"]',
        "form": "PetForm",
    }


def test_enumeration_used_only_by_requests_is_defined_in_params() -> None:
    builder = ApiBuilder()
    sort = builder.add(Choice(builder.meta(None, "Sorted", "by"), STRING, ("a", "b")))
    single = builder.add(Choice(builder.meta(None, "Sorted", "in"), STRING, ("up",)))
    pet = builder.record("Pet", name=builder.scalar())
    order = builder.record(None, "Sorted", by=sort, way=single)
    builder.operation("PUT", "/pets", body=builder.list_of(order), response=pet)
    package = plan(builder.build())
    made = definitions(package.params)
    assert alias_of(made["SortedBy"]) == 'Literal["a", "b"]'
    assert fields_of(made["SortedParam"]) == {"by": "SortedBy", "way": 'Literal["up"]'}
    assert "SortedBy" not in definitions(package.models)
    (module,) = [m for m in package.params if "SortedBy" in m.exports]
    # The alias is evaluated when the module is imported.
    imports = types_names("params", module).imports()
    assert import_lines(imports) == ["from typing import Literal, TypeAlias"]
    assert import_lines(imports.typing_only) == []


def test_component_that_refers_to_another_is_an_alias() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    builder.schemas["Animal"] = pet
    builder.schemas["Name"] = builder.scalar()
    package = plan(builder.build())
    (module,) = package.models
    assert alias_of(definitions(package.models)["Animal"]) == "Pet"
    assert module.exports == ("Animal", "Pet")


def test_annotations_of_bytes_and_durations_in_json() -> None:
    builder = ApiBuilder()
    safe = builder.scalar(ScalarKind.BASE64URL)
    plain = builder.scalar(ScalarKind.BYTES)
    raw = builder.scalar(ScalarKind.BINARY)
    time = builder.scalar(ScalarKind.DURATION)
    pet = builder.record("Pet", safe=safe, plain=plain, raw=raw, time=time)
    builder.operation("PUT", "/pets", body=builder.list_of(pet))
    package = plan(builder.build())
    assert fields_of(definitions(package.models)["Pet"]) == {
        "safe": "Base64UrlBytes",
        "plain": "Base64Bytes",
        "raw": "str",
        "time": "ISODuration",
    }
    assert fields_of(definitions(package.params)["PetParam"]) == {
        "safe": "bytes | str",
        "plain": "bytes | str",
        "raw": "bytes | str",
        "time": "dt.timedelta | str",
    }


def test_union_that_contains_itself_is_any() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    one = TypeId(len(builder.types))
    builder.add(UnionOf(builder.meta("One"), (text, TypeId(one + 1))))
    builder.add(UnionOf(builder.meta("Other"), (text, one)))
    made = definitions(plan(builder.build()).models)
    assert {name: alias_of(view) for name, view in made.items()} == {
        "One": "Any",
        "Other": "Any",
    }


def test_recursive_alias_is_a_string() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    me = TypeId(len(builder.types) + 1)
    inner = builder.add(ListOf(builder.meta(), me))
    builder.add(UnionOf(builder.meta("Json"), (text, inner)))
    builder.operation("PUT", "/json", body=me)
    package = plan(builder.build())
    made = definitions(package.models)["Json"]
    assert isinstance(made, AliasView)
    assert made.is_recursive
    assert alias_of(made) == '"str | list[Json]"'
    # Only type checkers evaluate it, so it can refer to itself.
    assert (
        alias_of(definitions(package.params)["JsonParam"])
        == '"str | Sequence[JsonParam]"'
    )


def test_named_scalars_have_no_definition() -> None:
    builder = ApiBuilder()
    name = builder.add(Scalar(builder.meta("PetName"), ScalarKind.STRING))
    builder.record("Pet", name=name)
    package = plan(builder.build())
    assert list(definitions(package.models)) == ["Pet"]
