"""Quick entry: what a person is entitled to, listed as or served by."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, line, one_of, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from workbench.flags import Flagged, correct_flag, record_flag, withdraw_flag
from workbench.records import RecordKind
from workbench.screen import DisabilityGrade, FlagKind

FLAG = EntryKind(
    name="flag",
    title="标志",
    what="低保、残疾人证、公安列管、免费服药等",
    sought="bz db cjz cjrz galg mffy",
    asks=(
        one_of("kind", "项目", coded(FlagKind), required=True),
        one_of("holds", "结论", ((True, "符合"), (False, "不符合")), required=True),
        today("from_on", "从哪天起"),
        one_of("grade", "残疾等级", coded(DisabilityGrade)),
        line("note", "说明", wide=True),
    ),
    write=about_patient(Flagged, record_flag),
    record=RecordKind.FLAG,
    correct=corrected(correct_flag),
    withdraw=withdraw_flag,
)
