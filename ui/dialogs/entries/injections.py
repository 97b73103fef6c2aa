"""Quick entry: an injection of a long-acting medicine."""

from __future__ import annotations

from ui.dialogs.entries.asks import coded, line, one_of, today
from ui.dialogs.entries.kind import EntryKind, Values, about_another, corrected
from ui.dialogs.entries.offers import NO_LONG_ACTING, long_acting
from workbench.bench import Bench
from workbench.injections import (
    correct_injection,
    list_long_acting,
    record_injection,
    withdraw_injection,
)
from workbench.records import RecordKind
from workbench.rules.medication import InjectionEntry
from workbench.screen import DoseUnit


def _due(bench: Bench, patient_id: int) -> str:
    """When the next injection is due."""
    rows = list_long_acting(bench, patient_id=patient_id)
    due = (f"{row.entry.name}应于{row.due.due_on}注射" for row in rows if row.due)
    return "，".join(due)


def _usual(bench: Bench, patient_id: int, line_id: object) -> Values:
    """The dose as it was prescribed, to be checked against what was given."""
    rows = list_long_acting(bench, patient_id=patient_id)
    row = next((row for row in rows if row.line_id == line_id), None)
    return {"dose": row.entry.dose, "unit": row.entry.unit} if row else {}


INJECTION = EntryKind(
    name="injection",
    title="针剂",
    what="打了一针长效针剂",
    sought="zj cxzj zs dz",
    asks=(
        one_of("line_id", "药品", long_acting, required=True, absent=NO_LONG_ACTING),
        today("given_on", "注射日期"),
        line("dose", "剂量"),
        one_of("unit", "单位", coded(DoseUnit)),
        line("place", "部位", "如 左三角肌"),
        line("given_by", "注射人", quiet=True),
    ),
    write=about_another("line_id", InjectionEntry, record_injection),
    record=RecordKind.INJECTION,
    correct=corrected(correct_injection),
    withdraw=withdraw_injection,
    about="line_id",
    hint=_due,
    follows=_usual,
)
