"""Ways of looking at the register that a unit uses again and again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import CaseKind, RiskLevel, Stability


class SavedView(Base):
    """A filter of the register under a name; what is empty does not narrow it."""

    __tablename__ = "saved_view"

    name: Mapped[str]
    shown: Mapped[str]
    sorted_by: Mapped[str]
    least_level: Mapped[RiskLevel | None] = mapped_column(Code(RiskLevel))
    stability: Mapped[Stability | None] = mapped_column(Code(Stability))
    kind: Mapped[CaseKind | None] = mapped_column(Code(CaseKind))
    village: Mapped[str] = mapped_column(default="", server_default="")
    diagnosis: Mapped[str] = mapped_column(default="", server_default="")
    archived_at: Mapped[datetime | None]
    case_manager_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))


class ColumnSet(Base):
    """Columns that are taken out together, under a name; their codes one after another."""

    __tablename__ = "column_set"

    name: Mapped[str]
    columns: Mapped[str]
    archived_at: Mapped[datetime | None]
