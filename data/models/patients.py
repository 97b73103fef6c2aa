"""People on the register."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import Sex
from data.facts import Fact


class Patient(Base):
    """A person on the register. What is known of them stands in the facts that refer here."""

    __tablename__ = "patient"

    registered_on: Mapped[date]


class PatientDetails(Fact):
    """Who the person is and where they live, from a day on."""

    __tablename__ = "patient_details"

    name: Mapped[str]
    sex: Mapped[Sex] = mapped_column(Code(Sex))
    born_on: Mapped[date | None]
    village: Mapped[str] = mapped_column(default="", server_default="")
    diagnosis: Mapped[str] = mapped_column(default="", server_default="")
