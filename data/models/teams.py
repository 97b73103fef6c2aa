"""Teams and their members."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import MemberRole, TeamKind
from data.facts import Fact


class Team(Base):
    """A body that meets."""

    __tablename__ = "team"

    name: Mapped[str]
    kind: Mapped[TeamKind] = mapped_column(Code(TeamKind))
    area: Mapped[str] = mapped_column(default="", server_default="")


class Member(Base):
    """A person on a team for a time. A new role is a new row, so that old papers stay true."""

    __tablename__ = "member"

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str]
    role: Mapped[MemberRole] = mapped_column(Code(MemberRole))
    unit: Mapped[str]
    post: Mapped[str] = mapped_column(default="", server_default="")
    from_on: Mapped[date]
    until_on: Mapped[date | None]


class MemberContact(Fact):
    """How a member is reached from a day on."""

    __tablename__ = "member_contact"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    phone: Mapped[str] = mapped_column(default="", server_default="")
    other_phone: Mapped[str] = mapped_column(default="", server_default="")
