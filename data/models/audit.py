"""The audit chain: one row for each command, each bound to the one before."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import Outcome


class AuditRow(Base):
    """Who did what to which keys. Holds keys and codes, never names or words."""

    __tablename__ = "audit"
    __table_args__ = (UniqueConstraint("digest"),)

    at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    action: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(Code(Outcome))
    detail: Mapped[str]
    before: Mapped[str]
    digest: Mapped[str]
