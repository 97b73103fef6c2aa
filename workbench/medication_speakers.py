"""How medicines, injections and 一人一策 are said."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.facts import known
from data.models.medication import Injection, MedicationLine, MedicationStrategy
from data.models.teams import Member
from workbench.speaking import Part, Speaker, column, key


def _name(_: Session, fact: MedicationLine) -> str:
    return fact.name


def _injected(session: Session, fact: Injection) -> str:
    line = session.scalars(known(MedicationLine).filter_by(root_id=fact.line_id)).first()
    return line.name if line else ""


def _with_unit(label: str, name: str) -> Part[Any]:
    def words(_: Session, fact: MedicationLine | Injection) -> str:
        typed, unit = str(getattr(fact, name)), fact.unit.label if fact.unit else ""
        return f"{typed}{unit}" if typed and not typed.endswith(unit) else typed

    return Part(label, words, (name, f"{name}_thousandths", "unit"))


def _interval(_: Session, fact: MedicationLine) -> str:
    if fact.every is None or fact.every_unit is None:
        return ""
    return f"每{fact.every}{fact.every_unit.label}一次"


def _times(_: Session, fact: MedicationLine) -> str:
    return f"{fact.times_per.label}{fact.times}次" if fact.times and fact.times_per else ""


def _days(label: str, name: str) -> Part[Any]:
    def words(_: Session, fact: MedicationLine) -> str:
        days = getattr(fact, name)
        return f"{days}天" if days else ""

    return Part(label, words, (name,))


MEDICATION_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        MedicationLine,
        "用药",
        (
            column("种类", "purpose"),
            column("剂型", "dosage_form"),
            column("规格", "strength"),
            column("长效", "long_acting"),
            _with_unit("早", "morning"),
            _with_unit("中", "noon"),
            _with_unit("晚", "evening"),
            _with_unit("每次", "dose"),
            Part("次数", _times, ("times", "times_per")),
            Part("间隔", _interval, ("every", "every_unit")),
            _days("可提前或推迟", "window_days"),
            _days("第二针相隔", "second_after_days"),
            column("起用", "started_on"),
            column("停用", "stopped_on"),
            column("停用原因", "stop_reason"),
            column("处方", "prescriber"),
        ),
        about=Part("药名", _name, ("name",)),
        silent={"visit_id": "the visit it was written down at, which is told by itself"},
    ),
    Speaker(
        Injection,
        "注射",
        (
            _with_unit("剂量", "dose"),
            column("部位", "place"),
            column("注射人", "given_by"),
        ),
        about=Part("药名", _injected, ("line_id",)),
    ),
    Speaker(
        MedicationStrategy,
        "一人一策",
        (
            column("服药分类", "medication_class"),
            column("原因", "causes"),
            column("原因说明", "causes_other"),
            column("措施", "measures"),
            column("措施说明", "measures_other"),
            key("责任人", "responsible_id", Member),
            column("期限", "due_on"),
            column("复查日期", "review_on"),
        ),
    ),
)
