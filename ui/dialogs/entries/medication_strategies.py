"""Quick entry: 一人一策 for somebody who does not take what was prescribed."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, day, line, one_of, some_of, today
from ui.dialogs.entries.kind import EntryKind, about_patient, corrected
from ui.dialogs.entries.offers import NO_MEMBER, members
from workbench.medication_strategies import add_strategy, correct_strategy, withdraw_strategy
from workbench.records import RecordKind
from workbench.rules.medication import StrategyEntry
from workbench.screen import MedicationClass, MedicationMeasure, NotTakingCause

STRATEGY = EntryKind(
    name="strategy",
    title="一人一策",
    what="为什么不按医嘱服药，采取什么措施",
    sought="yryc fycs",
    asks=(
        today("from_on", "制定日期"),
        one_of("medication_class", "服药分类", coded(MedicationClass), required=True),
        some_of("causes", "原因", coded(NotTakingCause), required=True, nothing=()),
        some_of("measures", "措施", coded(MedicationMeasure), required=True, nothing=()),
        one_of("responsible_id", "责任人", members, required=True, absent=NO_MEMBER),
        day("due_on", "期限", required=True, ahead=True, hint="如 1225"),
        day("review_on", "复查日期", ahead=True, hint="如 1225", behind=True),
        line("causes_other", "其他原因", behind=True),
        line("measures_other", "其他措施", behind=True),
    ),
    write=about_patient(StrategyEntry, add_strategy),
    record=RecordKind.STRATEGY,
    correct=corrected(correct_strategy),
    withdraw=withdraw_strategy,
)
