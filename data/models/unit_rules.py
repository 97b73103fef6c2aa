"""The rules a unit follows, as copied from a profile or decided by itself."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.rule_values import Standing, Unit


class ProfileAdoption(Base):
    """That the unit follows a profile from a day on; its values stand in the rules copied then."""

    __tablename__ = "profile_adoption"

    profile: Mapped[str]
    applies_from: Mapped[date]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class UnitRule(Base):
    """One value that applies from a day on. Never updated: a new value is another row.

    On a day the latest to begin by then applies; of two that begin together, the later written.
    """

    __tablename__ = "unit_rule"

    key: Mapped[str]
    amount: Mapped[int]
    unit: Mapped[Unit] = mapped_column(Code(Unit))
    standing: Mapped[Standing] = mapped_column(Code(Standing))
    source: Mapped[str]
    profile: Mapped[str]
    applies_from: Mapped[date]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
