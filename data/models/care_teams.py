"""Which village team looks after a patient."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.facts import Fact


class CareTeam(Fact):
    """The 关爱帮扶小组 of a patient from a day on; without a team, that none does any more."""

    __tablename__ = "care_team"

    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    note: Mapped[str] = mapped_column(default="", server_default="")
