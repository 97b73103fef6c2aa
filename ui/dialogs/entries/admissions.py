"""Quick entry: somebody goes into hospital, and comes home."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, line, one_of, some_of, text, today
from ui.dialogs.entries.kind import EntryKind, Values, about_patient, corrected
from ui.dialogs.entries.offers import NO_STAY, stays_going_on
from workbench.admissions import (
    Stay,
    correct_admission,
    record_admission,
    record_discharge,
    withdraw_admission,
)
from workbench.bench import Bench
from workbench.records import RecordKind
from workbench.screen import AdmissionGround


def _discharge(bench: Bench, _: int, values: Values, request_id: str) -> None:
    key, on = values["admission_id"], values["discharged_on"]
    record_discharge(bench, key, discharged_on=on)  # type: ignore[arg-type]  # as asked below


ADMISSION = EntryKind(
    name="admission",
    title="住院",
    what="入院，或补记一次住院",
    sought="zy ry",
    asks=(
        today("admitted_on", "入院日期"),
        line("hospital", "医院", required=True),
        some_of("grounds", "住院原因", coded(AdmissionGround)),
        day("discharged_on", "出院日期", behind=True),
        text("reason", "原因说明", behind=True),
    ),
    write=about_patient(Stay, record_admission),
    record=RecordKind.ADMISSION,
    correct=corrected(correct_admission),
    withdraw=withdraw_admission,
)
DISCHARGE = EntryKind(
    name="discharge",
    title="出院",
    what="在院的患者出院了",
    sought="cy",
    asks=(
        one_of("admission_id", "住院", stays_going_on, required=True, wide=True, absent=NO_STAY),
        today("discharged_on", "出院日期"),
    ),
    write=_discharge,
    about="admission_id",
)
