"""How much of people's numbers is shown, and for how long their names."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base


class MaskingRule(Base):
    """What a unit decided for every screen and list. Never changed: the last one written holds."""

    __tablename__ = "masking_rule"

    first: Mapped[int]
    last: Mapped[int]
    minutes: Mapped[int]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
