"""What is said again and again at meetings, ready to be put into a text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from data.base import Base


class Phrase(Base):
    """One ready sentence in its place on the list; an archived one is no longer offered."""

    __tablename__ = "phrase"

    words: Mapped[str]
    position: Mapped[int]
    archived_at: Mapped[datetime | None]
