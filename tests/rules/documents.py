"""Documents for the tests of the repair stage, and the validator that judges them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from sdksmith.load.document import Dialect, Document, Source

if TYPE_CHECKING:
    from sdksmith.jsondata import JsonObject

_VALIDATORS: dict[Dialect, Any] = {
    Dialect.SWAGGER_20: OpenAPIV2SpecValidator,
    Dialect.OPENAPI_30: OpenAPIV30SpecValidator,
    Dialect.OPENAPI_31: OpenAPIV31SpecValidator,
    Dialect.OPENAPI_32: OpenAPIV32SpecValidator,
}


class _Loader(yaml.CSafeLoader):
    """YAML as the load stage reads it: keys are text, dates are text."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Any, Any]:
        for index, (key, value) in enumerate(node.value):
            if isinstance(key, yaml.ScalarNode):
                text = yaml.ScalarNode("tag:yaml.org,2002:str", key.value)
                node.value[index] = (text, value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class Nowhere:
    """Positions of a document whose text does not matter."""

    def find(self, pointer: str) -> tuple[int, int]:
        return (0, 0)


def parse(text: str) -> JsonObject:
    """Return the first mapping of a YAML text."""
    for root in yaml.load_all(text, _Loader):
        if isinstance(root, dict):
            return root
    raise ValueError("no mapping")


def document(
    root: JsonObject, dialect: Dialect | None = None, name: str = "spec.yaml"
) -> Document:
    """Return a document of a tree; without a dialect, that which its version says."""
    version = str(root.get("openapi", root.get("swagger", "2.0")))
    return Document(
        root, dialect or Dialect(version[:3]), Source(name, b"", root, Nowhere())
    )


def validation_errors(root: JsonObject, dialect: Dialect) -> list[str]:
    """Return what openapi-spec-validator's full check says."""
    errors = _VALIDATORS[dialect](root).iter_errors()
    return [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in errors]
