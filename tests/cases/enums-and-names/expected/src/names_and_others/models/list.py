"""Response models of the API: `List`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class List(BaseModel):
    class_: Annotated[str, Field(alias="class")]
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    copy_: Annotated[str | None, Field(alias="copy")] = None
    private: Annotated[str | None, Field(alias="_private")] = None
    with_space: Annotated[str | None, Field(alias="with space")] = None
    ref_like: Annotated[str | None, Field(alias="$ref-like")] = None
    field_1st: Annotated[int | None, Field(alias="1st")] = None
    camel_case_camel: Annotated[str | None, Field(alias="camelCase")] = None
    camel_case: str | None = None
    status: models.Status | str | None = None
