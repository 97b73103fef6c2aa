"""The store itself and who may open it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import AccountKind


class Identity(Base):
    """Which store this is: one row, written when the file is made."""

    __tablename__ = "identity"

    store: Mapped[str]
    code: Mapped[str]
    unit: Mapped[str]
    demo: Mapped[bool]
    created_at: Mapped[datetime]


class Account(Base):
    """Someone who opens the program. Members who only sign on paper need none."""

    __tablename__ = "account"

    name: Mapped[str]
    kind: Mapped[AccountKind] = mapped_column(Code(AccountKind))
    administers: Mapped[bool] = mapped_column(default=False, server_default="0")
    archived_on: Mapped[date | None]


class Request(Base):
    """What a creating command answered, so that the same request repeated gets it again."""

    __tablename__ = "request"
    __table_args__ = (UniqueConstraint("request"),)

    request: Mapped[str]
    action: Mapped[str]
    answer: Mapped[int]


class Draft(Base):
    """What is being typed. Overwritten every few seconds, gone once committed."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("screen", "subject"),)

    screen: Mapped[str]
    subject: Mapped[str]
    payload: Mapped[str]
    at: Mapped[datetime]
