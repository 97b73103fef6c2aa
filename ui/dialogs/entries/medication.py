"""Quick entry: a medicine that is taken, and one that no longer is."""

from __future__ import annotations

from ui.dialogs.entries.asks import (
    coded,
    day,
    line,
    number,
    one_of,
    text,
    today,
    yes_no,
)
from ui.dialogs.entries.kind import EntryKind, Values, about_patient, corrected
from ui.dialogs.entries.offers import NO_MEDICINE, medicines_in_use
from workbench.bench import Bench
from workbench.medication import (
    add_medication,
    correct_medication,
    medicines_to_choose,
    stop_medication,
    withdraw_medication,
)
from workbench.records import RecordKind
from workbench.rules.medication import MedicationEntry
from workbench.screen import DoseUnit, MedicationPurpose, Span, TimesPer


def _entry(**values: object) -> MedicationEntry:
    """The days around an injection count from 0 where nothing was said."""
    known = {name: value for name, value in values.items() if name != "window_days" or value}
    return MedicationEntry(**known)  # type: ignore[arg-type]  # by field name, as asked below


def _stop(bench: Bench, _: int, values: Values, request_id: str) -> None:
    line_id, on, why = values["line_id"], values["stopped_on"], values["why"]
    stop_medication(bench, line_id, stopped_on=on, why=why)  # type: ignore[arg-type]


MEDICATION = EntryKind(
    name="medication",
    title="服药",
    what="开始用药、调整用药",
    sought="fy yy ksfy tzyy",
    asks=(
        line("name", "药品通用名", required=True, suggested=medicines_to_choose),
        day("started_on", "起用日期"),
        line("morning", "早", "如 5 或 半片"),
        line("noon", "中"),
        line("evening", "晚"),
        one_of("unit", "单位", coded(DoseUnit)),
        yes_no("long_acting", "长效针剂"),
        line("prescriber", "处方机构或医师", quiet=True),
        one_of(
            "purpose",
            "种类",
            coded(MedicationPurpose),
            required=True,
            start=MedicationPurpose.TAKEN,
            behind=True,
        ),
        line("dosage_form", "剂型", "如 片剂", behind=True),
        line("strength", "规格", "如 5mg×20片", behind=True),
        line("dose", "每次剂量", behind=True),
        number("times", "次数", behind=True),
        one_of("times_per", "每日或每月", coded(TimesPer), behind=True),
        number("every", "间隔", hint="长效针剂每几周或几个月", behind=True),
        one_of("every_unit", "间隔单位", coded(Span), behind=True),
        number("window_days", "前后可相差天数", nothing=0, behind=True),
        number("second_after_days", "第二针相隔天数", behind=True),
        day("stopped_on", "停用日期", behind=True),
        line("stop_reason", "停用原因", behind=True),
    ),
    write=about_patient(_entry, add_medication),
    record=RecordKind.MEDICATION,
    correct=corrected(correct_medication),
    withdraw=withdraw_medication,
)
STOPPING = EntryKind(
    name="stop_medication",
    title="停药",
    what="某种药从哪天起不再用",
    sought="ty tzyy",
    asks=(
        one_of("line_id", "药品", medicines_in_use, required=True, absent=NO_MEDICINE),
        today("stopped_on", "停用日期"),
        text("why", "停用原因", required=True),
    ),
    write=_stop,
    about="line_id",
)
