"""What happened to a patient: admissions, incidents, and what weighs on them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code, CodeList
from data.facts import Fact
from data.register_codes import AdmissionGround, LifeEventKind
from data.visit_codes import DangerousAct, FormVersion


class Admission(Fact):
    """A stay in hospital from the day it is true from; without a last day it still goes on."""

    __tablename__ = "admission"

    discharged_on: Mapped[date | None]
    hospital: Mapped[str]
    grounds: Mapped[tuple[AdmissionGround, ...] | None] = mapped_column(CodeList(AdmissionGround))
    reason: Mapped[str] = mapped_column(default="", server_default="")


class Incident(Fact):
    """Dangerous behaviour on the day it is true from, who told of it, and what the police did."""

    __tablename__ = "incident"

    kind: Mapped[DangerousAct] = mapped_column(Code(DangerousAct))
    place: Mapped[str] = mapped_column(default="", server_default="")
    source: Mapped[str] = mapped_column(default="", server_default="")
    words: Mapped[str] = mapped_column(default="", server_default="")
    police_informed: Mapped[bool | None]
    police_words: Mapped[str] = mapped_column(default="", server_default="")
    form_version: Mapped[FormVersion] = mapped_column(
        Code(FormVersion), default=FormVersion.V2017, server_default="2017"
    )


class LifeEvent(Fact):
    """Stress or substance use from the day it is true from, or that there was none when asked."""

    __tablename__ = "life_event"

    kind: Mapped[LifeEventKind] = mapped_column(Code(LifeEventKind))
    present: Mapped[bool]
    until_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="", server_default="")
    words: Mapped[str] = mapped_column(default="", server_default="")
