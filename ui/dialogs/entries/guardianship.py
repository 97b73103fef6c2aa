"""Quick entry: what a guardian undertook, and how well a patient is guarded."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, one_of, some_of, text, today
from ui.dialogs.entries.kind import EntryKind, about_another, about_patient, corrected
from ui.dialogs.entries.offers import NO_GUARDIAN, acting_guardians
from workbench.bench import Bench
from workbench.guardianship import (
    Agreed,
    Judged,
    correct_agreement,
    correct_capacity,
    record_agreement,
    record_capacity,
    suggest_capacity,
    withdraw_agreement,
    withdraw_capacity,
)
from workbench.records import RecordKind
from workbench.screen import GuardianDuty, Guardianship


def _suggestion(bench: Bench, patient_id: int) -> str:
    """What the known facts suggest, with the reasons."""
    hint = suggest_capacity(bench, patient_id)
    level = f"按已有记录建议为{hint.suggested.label}：" if hint.suggested else ""
    return f"{level}{'；'.join(hint.reasons)}。"


AGREEMENT = EntryKind(
    name="agreement",
    title="监护协议",
    what="签了协议，或者拒绝签",
    sought="jhxy qxy",
    asks=(
        one_of(
            "guardian_id", "监护人", acting_guardians, required=True, absent=NO_GUARDIAN, quiet=True
        ),
        today("signed_on", "签订日期"),
        one_of(
            "signed", "结果", ((True, "已签订"), (False, "拒绝签订")), required=True, start=True
        ),
        day("until_on", "协议到期日", ahead=True, hint="如 1231"),
        some_of("duties", "监护职责", coded(GuardianDuty), nothing=(), start=tuple(GuardianDuty)),
        text("note", "说明", behind=True),
    ),
    write=about_another("guardian_id", Agreed, record_agreement),
    record=RecordKind.AGREEMENT,
    correct=corrected(correct_agreement),
    withdraw=withdraw_agreement,
    about="guardian_id",
)
CAPACITY = EntryKind(
    name="capacity",
    title="监护能力",
    what="有监护、弱监护还是无监护",
    sought="jhnl rjh",
    asks=(
        one_of("level", "结论", coded(Guardianship), required=True),
        today("from_on", "从哪天起"),
        text("because", "依据"),
    ),
    write=about_patient(Judged, record_capacity),
    record=RecordKind.CAPACITY,
    correct=corrected(correct_capacity),
    withdraw=withdraw_capacity,
    hint=_suggestion,
)
