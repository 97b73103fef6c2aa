"""What a medication line, an injection or a 一人一策 row must not say."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    MedicationPurpose,
    NotTakingCause,
    Span,
    TimesPer,
)
from workbench.rules.doses import unit_typed
from workbench.rules.visit_records import Problem
from workbench.words import clean_text

# 齐云山镇提质增效专项行动方案（2024）, 服药管理: which measure answers which cause.
_MEASURES = {
    NotTakingCause.POVERTY: (MedicationMeasure.AID, MedicationMeasure.FREE_MEDICINE),
    NotTakingCause.INCONVENIENT: (MedicationMeasure.DELIVERY,),
    NotTakingCause.RESISTANT: (MedicationMeasure.ADJUSTMENT, MedicationMeasure.EDUCATION),
    NotTakingCause.UNGUARDED: (MedicationMeasure.LONG_ACTING,),
    NotTakingCause.OTHER: (),
}
_PARTS = {"morning": "早", "noon": "中", "evening": "晚", "dose": "每次"}


@dataclass(frozen=True, kw_only=True)
class MedicationEntry:
    """One medicine as it is filled in: what, how much, how often, from when to when.

    Doses are typed text. `every` with its unit is the interval of a long-acting medicine.
    """

    name: str
    purpose: MedicationPurpose = MedicationPurpose.TAKEN
    visit_id: int | None = None
    dosage_form: str = ""
    strength: str = ""
    long_acting: bool | None = None
    unit: DoseUnit | None = None
    morning: str = ""
    noon: str = ""
    evening: str = ""
    dose: str = ""
    times: int | None = None
    times_per: TimesPer | None = None
    every: int | None = None
    every_unit: Span | None = None
    window_days: int = 0
    second_after_days: int | None = None
    started_on: date | None = None
    stopped_on: date | None = None
    stop_reason: str = ""
    prescriber: str = ""

    def cleaned(self) -> MedicationEntry:
        """The same, fit to keep."""
        return replace(
            self,
            name=clean_text(self.name),
            dosage_form=clean_text(self.dosage_form),
            strength=clean_text(self.strength),
            morning=clean_text(self.morning),
            noon=clean_text(self.noon),
            evening=clean_text(self.evening),
            dose=clean_text(self.dose),
            stop_reason=clean_text(self.stop_reason),
            prescriber=clean_text(self.prescriber),
        )


@dataclass(frozen=True, kw_only=True)
class InjectionEntry:
    """One injection as it is filled in."""

    given_on: date
    dose: str = ""
    unit: DoseUnit | None = None
    place: str = ""
    given_by: str = ""

    def cleaned(self) -> InjectionEntry:
        """The same, fit to keep."""
        return replace(
            self,
            dose=clean_text(self.dose),
            place=clean_text(self.place),
            given_by=clean_text(self.given_by),
        )


@dataclass(frozen=True, kw_only=True)
class StrategyEntry:
    """One 一人一策 row as it is filled in on a day."""

    from_on: date
    medication_class: MedicationClass
    causes: tuple[NotTakingCause, ...]
    measures: tuple[MedicationMeasure, ...]
    responsible_id: int | None
    due_on: date | None
    review_on: date | None = None
    causes_other: str = ""
    measures_other: str = ""

    def cleaned(self) -> StrategyEntry:
        """The same, fit to keep."""
        return replace(
            self,
            causes_other=clean_text(self.causes_other),
            measures_other=clean_text(self.measures_other),
        )


def measures_for(causes: Collection[NotTakingCause]) -> tuple[MedicationMeasure, ...]:
    """The measures the plan of 齐云山镇（2024） names for these causes, to choose from."""
    wanted = {measure for cause in causes for measure in _MEASURES[cause]}
    return tuple(measure for measure in MedicationMeasure if measure in wanted)


def line_problems(entry: MedicationEntry, *, today: date) -> tuple[Problem, ...]:
    """Everything that cannot stand in a medication line."""
    return (*_named(entry), *_line_days(entry, today), *_usage(entry), *_units(entry))


def injection_problems(
    entry: InjectionEntry, *, started_on: date | None, stopped_on: date | None, today: date
) -> tuple[Problem, ...]:
    """Everything that cannot stand in an injection of a line with these days."""
    found = []
    if entry.given_on > today:
        found.append(Problem("given_on", "注射日期晚于今天"))
    if started_on is not None and entry.given_on < started_on:
        found.append(Problem("given_on", "注射日期早于这种药的起用日期"))
    if stopped_on is not None and entry.given_on > stopped_on:
        found.append(Problem("given_on", "注射日期晚于这种药的停用日期"))
    if _differs(entry.dose, entry.unit):
        found.append(Problem("dose", "剂量里写的单位与所选单位不同"))
    return tuple(found)


def strategy_problems(entry: StrategyEntry, *, today: date) -> tuple[Problem, ...]:
    """Everything that cannot stand in a 一人一策 row."""
    checks = {
        "from_on": (entry.from_on > today, "日期晚于今天"),
        "causes": (not entry.causes, "还没有选原因"),
        "causes_other": (
            NotTakingCause.OTHER in entry.causes and not entry.causes_other,
            "原因选了“其他”，请写明",
        ),
        "measures": (not entry.measures, "还没有选措施"),
        "measures_other": (
            MedicationMeasure.OTHER in entry.measures and not entry.measures_other,
            "措施选了“其他”，请写明",
        ),
        "responsible_id": (entry.responsible_id is None, "还没有选责任人"),
        "due_on": (
            entry.due_on is None or entry.due_on < entry.from_on,
            "期限没有写，或早于制定日期",
        ),
        "review_on": (
            entry.review_on is not None and entry.review_on < entry.from_on,
            "复查日期早于制定日期",
        ),
    }
    return tuple(Problem(item, words) for item, (wrong, words) in checks.items() if wrong)


def _named(entry: MedicationEntry) -> Iterator[Problem]:
    if not entry.name:
        yield Problem("name", "还没有写药品通用名")


def _line_days(entry: MedicationEntry, today: date) -> Iterator[Problem]:
    started, stopped = entry.started_on, entry.stopped_on
    if started is not None and started > today:
        yield Problem("started_on", "起用日期晚于今天")
    if stopped is not None and stopped > today:
        yield Problem("stopped_on", "停用日期晚于今天")
    if started is not None and stopped is not None and stopped < started:
        yield Problem("stopped_on", "停用日期早于起用日期")


def _usage(entry: MedicationEntry) -> Iterator[Problem]:
    if (entry.every is None) != (entry.every_unit is None) or _below(entry.every, 1):
        yield Problem("every", "间隔须写明每几周或每几个月，且大于0")
    if (entry.times is None) != (entry.times_per is None) or _below(entry.times, 1):
        yield Problem("times", "次数须写明每日或每月几次，且大于0")
    if _below(entry.window_days, 0):
        yield Problem("window_days", "前后可相差的天数不能是负数")
    if _below(entry.second_after_days, 1):
        yield Problem("second_after_days", "第二针的间隔天数应大于0")
    if entry.every is not None and (entry.morning or entry.noon or entry.evening):
        yield Problem("every", "按周或按月用药的，不填早、中、晚剂量")


def _units(entry: MedicationEntry) -> Iterator[Problem]:
    for item, name in _PARTS.items():
        if _differs(getattr(entry, item), entry.unit):
            yield Problem(item, f"{name}剂量里写的单位与所选单位不同")


def _differs(dose: str, unit: DoseUnit | None) -> bool:
    typed = unit_typed(dose)
    return typed is not None and unit is not None and typed is not unit


def _below(number: int | None, least: int) -> bool:
    return number is not None and number < least
