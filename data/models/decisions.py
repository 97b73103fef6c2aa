"""What a meeting decided."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code
from data.codes import DecisionKind
from data.facts import Fact


class Decision(Fact):
    """What was decided on one item, who carries it out, and by when."""

    __tablename__ = "decision"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    kind: Mapped[DecisionKind] = mapped_column(Code(DecisionKind))
    text: Mapped[str]
    implementer_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    due_on: Mapped[date | None]
