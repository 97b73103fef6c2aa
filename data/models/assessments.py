"""What each member said and rated, and what the team agreed."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code
from data.codes import RiskLevel, Stability
from data.facts import Fact


class Opinion(Fact):
    """One member's own words and rating on one item, with the reservation they keep."""

    __tablename__ = "opinion"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    words: Mapped[str]
    level: Mapped[RiskLevel | None] = mapped_column(Code(RiskLevel))
    dissent: Mapped[str] = mapped_column(default="", server_default="")
    in_writing: Mapped[bool] = mapped_column(default=False, server_default="0")


class Discussion(Fact):
    """What was written down of the talk about one item that nobody in particular said."""

    __tablename__ = "discussion"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    words: Mapped[str]


class Assessment(Fact):
    """The rating the team agreed for one patient at one meeting."""

    __tablename__ = "assessment"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    level: Mapped[RiskLevel] = mapped_column(Code(RiskLevel))
    stability: Mapped[Stability | None] = mapped_column(Code(Stability))
    reason: Mapped[str] = mapped_column(default="", server_default="")
