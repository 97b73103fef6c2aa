"""Quick entry: what the illness is said to be."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, line, one_of, rough_day, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from workbench.diagnoses import (
    Diagnosed,
    correct_diagnosis,
    record_diagnosis,
    withdraw_diagnosis,
)
from workbench.records import RecordKind
from workbench.screen import DiagnosisClass

DIAGNOSIS = EntryKind(
    name="diagnosis",
    title="诊断",
    what="新的诊断，或补记诊断医院",
    sought="zd qz",
    asks=(
        one_of("kind", "类别", coded(DiagnosisClass), required=True),
        today("from_on", "从哪天起"),
        line("words", "诊断名称", "医院怎么写就怎么填"),
        line("hospital", "确诊医院"),
        rough_day("confirmed", "确诊日期", behind=True),
        line("icd10", "疾病编码", "如 F20.0", behind=True),
    ),
    write=about_patient(Diagnosed, record_diagnosis),
    record=RecordKind.DIAGNOSIS,
    correct=corrected(correct_diagnosis),
    withdraw=withdraw_diagnosis,
)
