"""Response models of the API: `Loan`, `LoanTo`, `LoanType`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models

LoanType: TypeAlias = Literal["loan", "gift"]


class LoanTo(BaseModel):
    """Somebody else"""

    name: str | None = None
    address: models.Address | None = None


class Loan(BaseModel):
    type: LoanType | str
    to: int | LoanTo
    """A member by number, or somebody else."""
