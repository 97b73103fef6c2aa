"""Rows of a list of patients beside the register: who is new, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

from sqlalchemy.orm import Session

from data.import_codes import ImportKind
from workbench.guardians import GuardianParticulars
from workbench.imports.cells import shown
from workbench.imports.checking import Checked, Line, Problem
from workbench.imports.fields import label_of
from workbench.imports.mapping import Columns
from workbench.imports.options import relation_for
from workbench.imports.previews import Change, Matched
from workbench.imports.register import Register
from workbench.particulars import Particulars, particulars_of
from workbench.patients import Person

_KEPT = frozenset(field.name for field in fields(Particulars))
_OF_GUARDIAN = ("guardian_name", "guardian_relation", "guardian_phone")


def match_patients(
    session: Session, columns: Columns, checked: Checked, today: date
) -> list[Matched]:
    """Set every fit row beside the register; rows that stay unclear become problems."""
    register = Register(session, today)
    taken: dict[int, int] = {}
    matched = []
    for line in checked.lines:
        found = register.find(line)
        if words := _unclear(line, found, taken):
            checked.problems.append(Problem(line.row, columns.header("name"), words))
            continue
        taken |= {person.patient_id: line.row for person in found}
        matched.append(_beside(line, found[0] if found else None, register, checked))
    checked.problems.sort(key=lambda problem: problem.row)
    return matched


def particulars_for(matched: Matched) -> Particulars:
    """What is to be kept of the person: what is on record, and what the row says besides."""
    said = _said(matched.line)
    if matched.patient is None:
        return Particulars(**said).cleaned()  # type: ignore[arg-type] # read field by field
    return replace(particulars_of(matched.patient), **said).cleaned()  # type: ignore[arg-type] # so too


def _said(line: Line) -> dict[str, object]:
    return {key: value for key, value in line.values.items() if key in _KEPT}


def _unclear(line: Line, found: list[Person], taken: Mapping[int, int]) -> str:
    if len(found) > 1:
        return f"在登记里有{len(found)}个人都对得上，请补上身份证号"
    if found and not line.values.get("id_number") and not line.values.get("born_on"):
        return "在登记里有同名的人，请补上身份证号或出生日期"
    if found and found[0].patient_id in taken:
        return f"与第{taken[found[0].patient_id]}行对上了登记里的同一个人"
    return ""


def _beside(line: Line, person: Person | None, register: Register, checked: Checked) -> Matched:
    notices = _Notices(line.row, checked)
    if person is None:
        return Matched(line, guardian=_guardian(line, notices))
    line = _without_diagnosis(line, person, notices)
    was = particulars_of(person.details)
    changes = [
        Change(label_of(ImportKind.PATIENTS, key), shown(getattr(was, key)), shown(becomes))
        for key, becomes in _said(line).items()
        if getattr(was, key) != becomes
    ]
    if "level" in line.values and person.patient_id in register.levels:
        clinical = register.levels[person.patient_id]
        notices.differs("危险等级", shown(line.values["level"]), shown(clinical))
    present = register.guardians.get(person.patient_id)
    if present is not None:
        notices.about_guardian(line, present.name, present.phone)
        return Matched(line, patient=person.details, changes=tuple(changes))
    guardian = _guardian(line, notices)
    if guardian is not None:
        changes.append(Change("监护人", shown(None), guardian.name))
    return Matched(line, patient=person.details, changes=tuple(changes), guardian=guardian)


def _without_diagnosis(line: Line, person: Person, notices: _Notices) -> Line:
    """Where a diagnosis was made and recorded as such, words in a list do not change it."""
    if person.diagnosis == person.details.diagnosis or "diagnosis" not in line.values:
        return line
    notices.differs("诊断", line.text("diagnosis"), person.diagnosis)
    kept = {key: value for key, value in line.values.items() if key != "diagnosis"}
    return Line(line.row, kept)


def _guardian(line: Line, notices: _Notices) -> GuardianParticulars | None:
    name = line.text("guardian_name")
    if not name:
        if any(line.text(key) for key in _OF_GUARDIAN):
            notices.say("没有监护人姓名，监护人的其他内容没有导入")
        return None
    words = line.text("guardian_relation")
    relation = relation_for(words)
    return GuardianParticulars(
        name=name,
        relation=relation,
        relation_words="" if relation else words,
        phone=line.text("guardian_phone"),
    )


class _Notices:
    """What a row says that is only held against the records, never written over them."""

    def __init__(self, row: int, checked: Checked) -> None:
        self._row, self._checked = row, checked

    def say(self, words: str) -> None:
        self._checked.notices.append(f"第{self._row}行：{words}")

    def differs(self, what: str, in_list: str, on_record: str) -> None:
        if in_list and in_list != on_record:
            self.say(f"表格里的{what}是“{in_list}”，登记的是“{on_record}”，没有改动")

    def about_guardian(self, line: Line, name: str, phone: str) -> None:
        self.differs("监护人", line.text("guardian_name"), name)
        if line.text("guardian_name") in ("", name):
            self.differs("监护人电话", line.text("guardian_phone"), phone)
