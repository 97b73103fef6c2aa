"""Quick entry: whether a patient or the guardian agreed to be managed."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, line, one_of, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from workbench.consents import Asked, correct_consent, record_consent, withdraw_consent_record
from workbench.records import RecordKind
from workbench.screen import ConsentAnswer

CONSENT = EntryKind(
    name="consent",
    title="知情同意",
    what="同意或不同意参加管理",
    sought="zqty ty",
    asks=(
        one_of("answer", "答复", coded(ConsentAnswer), required=True, wide=True),
        today("asked_on", "询问日期"),
        line("signed_by", "签字人", quiet=True),
        day("ask_again_on", "下次询问日期", ahead=True, hint="不填时按规定推算", behind=True),
    ),
    write=about_patient(Asked, record_consent),
    record=RecordKind.CONSENT,
    correct=corrected(correct_consent),
    withdraw=withdraw_consent_record,
)
