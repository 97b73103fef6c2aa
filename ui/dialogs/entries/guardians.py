"""Quick entry: a guardian is named, is placed differently, or no longer acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.dialogs.entries.asks import Ask, coded, day, line, one_of, today, yes_no
from ui.dialogs.entries.kind import EntryKind, Values, corrected
from ui.dialogs.entries.offers import NO_GUARDIAN, acting_guardians
from workbench.bench import Bench
from workbench.guardian_withdrawing import withdraw_guardian
from workbench.guardians import (
    GuardianParticulars,
    change_guardian,
    correct_guardian,
    end_guardianship,
    name_guardian,
)
from workbench.records import RecordKind, read_record
from workbench.screen import GuardianState, Relation

_REACHED: tuple[Ask, ...] = (
    line("phone", "电话", quiet=True),
    line("address", "住址", wide=True, quiet=True),
)
_PLACED: tuple[Ask, ...] = (
    yes_no("lives_elsewhere", "不与患者同住", behind=True),
    yes_no("works_away", "在外务工", behind=True),
    yes_no("ill_or_disabled", "患病或残疾", behind=True),
    yes_no("has_income", "有固定收入", behind=True),
    yes_no("alone_and_absent", "独自照看且白天不在家", behind=True),
    line("second_phone", "备用电话", behind=True),
    line("workplace", "服务处所", behind=True),
)


def _name(bench: Bench, patient_id: int, values: Values, request_id: str) -> object:
    from_on, given = _parted(values)
    return name_guardian(
        bench, patient_id, GuardianParticulars(**given), from_on=from_on, request_id=request_id
    )


def _change(bench: Bench, _: int, values: Values, request_id: str) -> object:
    """What was left open stays as it was."""
    from_on, given = _parted(values)
    key = given.pop("guardian_id")
    new = {name: value for name, value in given.items() if value not in (None, "")}
    known: Any = read_record(bench, RecordKind.GUARDIAN, key)
    change_guardian(bench, key, replace(known, **new), from_on=from_on)
    return key


def _end(bench: Bench, _: int, values: Values, request_id: str) -> object:
    from_on, given = _parted(values)
    end_guardianship(bench, given["guardian_id"], state=given["state"], from_on=from_on)
    return given["guardian_id"]


def _parted(values: Values) -> tuple[Any, dict[str, Any]]:  # the values are as the asks below say
    given = dict(values)
    return given.pop("from_on"), given


GUARDIAN = EntryKind(
    name="guardian",
    title="监护人",
    what="登记监护人，或换一位",
    sought="jhr hjhr",
    asks=(
        line("name", "监护人姓名", required=True, quiet=True),
        one_of("relation", "与患者关系", coded(Relation)),
        today("from_on", "从哪天起"),
        line("id_number", "身份证号", "18位，可不填", quiet=True),
        *_REACHED,
        day("born_on", "出生日期", behind=True),
        line("relation_words", "关系说明", behind=True),
        *_PLACED,
        line("court_decision", "法院判决", behind=True),
    ),
    write=_name,
    record=RecordKind.GUARDIAN,
    correct=corrected(correct_guardian),
    withdraw=withdraw_guardian,
    about="from_on",
    hint=lambda bench, patient: (
        "记入后，原来的监护人从这天起不再担任。" if acting_guardians(bench, patient) else ""
    ),
)
CHANGE = EntryKind(
    name="change_guardian",
    title="监护人情况变化",
    what="换了电话、搬了家、外出务工",
    sought="jhrqkbh jhrbh",
    asks=(
        one_of(
            "guardian_id", "监护人", acting_guardians, required=True, absent=NO_GUARDIAN, quiet=True
        ),
        today("from_on", "从哪天起"),
        *_REACHED,
        *_PLACED,
    ),
    write=_change,
    about="guardian_id",
    hint=lambda _bench, _patient: "只填有变化的，没有填的保持不变。",
)
ENDING = EntryKind(
    name="end_guardianship",
    title="监护人不再担任",
    what="不再担任、下落不明或去世",
    sought="jhrbzdr jszz",
    asks=(
        one_of(
            "guardian_id", "监护人", acting_guardians, required=True, absent=NO_GUARDIAN, quiet=True
        ),
        today("from_on", "从哪天起"),
        one_of(
            "state", "情况", coded(GuardianState, GuardianState.ACTING), required=True, wide=True
        ),
    ),
    write=_end,
    about="guardian_id",
)
