"""How patients look in lists, which of them a filter shows, and what their sheet says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ui.widgets.lists import Face
from workbench.patient_standings import PatientStanding
from workbench.register import PatientDetails
from workbench.saved_views import ViewRow
from workbench.screen import RiskLevel
from workbench.words import masked

ALL, MANAGED, DUE, LOST, KEY, GAPS = "all", "managed", "due", "lost", "key", "gaps"
ASIDE = "aside"
FILTERS = (
    ((ALL, "全部"), (MANAGED, "在管个案"), (DUE, "应随访")),
    ((LOST, "失访"), (KEY, "重点管理"), (GAPS, "资料不全")),
)
BY_ENTRY, BY_LEVEL, BY_VISIT, BY_NUMBER = "entry", "level", "visit", "number"
ORDERS = (
    (BY_LEVEL, "危险性从高到低"),
    (BY_VISIT, "下次随访从早到晚"),
    (BY_NUMBER, "按个案编号"),
    (BY_ENTRY, "按登记先后"),
)
UNKNOWN = "不详"
EVERYBODY, NARROWED, NARROW = "不另缩小范围", "已缩小范围", "缩小范围…"

_PASSES: dict[object, Callable[[PatientStanding], bool]] = {
    ALL: lambda row: True,
    ASIDE: lambda row: True,
    MANAGED: lambda row: row.managed,
    DUE: lambda row: row.visit_due,
    LOST: lambda row: row.lost,
    KEY: lambda row: row.key is True,
    GAPS: lambda row: bool(row.gaps) and not row.gone,
}
_PLACES: dict[object, Callable[[PatientStanding], tuple[object, ...]]] = {
    BY_LEVEL: lambda row: (-1 if row.level is None else -int(row.level) - 2, row.id),
    BY_VISIT: lambda row: (row.visit_due_on or date.max, row.id),
    BY_NUMBER: lambda row: (row.case is None, row.case.number if row.case else "", row.id),
    BY_ENTRY: lambda row: (row.id,),
}


def filtered(rows: Sequence[PatientStanding], wanted: object) -> list[PatientStanding]:
    """Those whom a filter shows."""
    return [row for row in rows if row.set_aside == (wanted == ASIDE) and _PASSES[wanted](row)]


def level_choices() -> list[tuple[object, str]]:
    """From which level on somebody is listed."""
    return [(level, f"{level.label}及以上") for level in RiskLevel if level]


def villages(rows: Sequence[PatientStanding]) -> list[str]:
    """Every village somebody lives in."""
    return sorted({row.village for row in rows if row.village})


def illnesses(rows: Sequence[PatientStanding]) -> list[str]:
    """Every diagnosis somebody has."""
    return sorted({row.diagnosis for row in rows if row.diagnosis})


def case_managers(rows: Sequence[PatientStanding]) -> list[tuple[object, str]]:
    """Everybody who is responsible for somebody, with how many they have."""
    counts = Counter((row.case_manager, row.case_manager_id) for row in rows if row.case_manager)
    return [(key, f"{masked(name)}·{count}例") for (name, key), count in sorted(counts.items())]


def view_choices(
    views: Sequence[ViewRow], *, narrowed: bool, set_aside: int
) -> list[tuple[object, str]]:
    """The saved views, behind what stands without them, and the duplicates where there are some."""
    first = (None, NARROWED if narrowed else EVERYBODY)
    clear = [(EVERYBODY, EVERYBODY)] if narrowed else []
    aside = [(ASIDE, f"重复登记（已收起{set_aside}条）")] if set_aside else []
    return [first, *clear, *((row.view, row.name) for row in views), *aside, (NARROW, NARROW)]


def counted(rows: Sequence[PatientStanding]) -> dict[object, int]:
    """How many each filter shows."""
    return {wanted: len(filtered(rows, wanted)) for wanted in _PASSES}


def in_order(rows: Sequence[PatientStanding], order: object) -> list[PatientStanding]:
    """The same in one of the orders."""
    return sorted(rows, key=_PLACES[order])


def nearest_first(
    rows: Sequence[PatientStanding], found: Mapping[int, int]
) -> list[PatientStanding]:
    """Those who were found, whoever fits best first; of equals, who has an open case."""
    kept = [row for row in rows if row.id in found]
    return sorted(kept, key=lambda row: (found[row.id], not row.managed))


def patient_face(row: PatientStanding) -> Face:
    """One person: who and what is next, then where they live and how they are."""
    return Face(
        row.masked,
        "·".join(filter(None, (*_who(row), *_condition(row), _last_visit(row)))),
        right="·".join(filter(None, (*standing_tags(row), _next_visit(row)))),
        chip=None if row.level is None else int(row.level),
        attention=row.lost or row.visit_due,
    )


def patient_spoken(row: PatientStanding) -> str:
    """The same in one sentence."""
    level = row.level.label if row.level is not None else ""
    tags, visits = standing_tags(row), (_last_visit(row), _next_visit(row))
    said = (row.masked, level, *tags, *_who(row), *_condition(row), *visits)
    return "，".join(filter(None, said))


def standing_tags(row: PatientStanding) -> list[str]:
    """What makes somebody stand out, in a few words."""
    marks = (
        (row.set_aside, "重复登记"),
        (row.lost, "失访"),
        (row.hospitalised, "住院"),
        (row.key is True, "重点"),
    )
    due = [f"应随访{_short(row.visit_due_on)}"] if row.visit_due and row.visit_due_on else []
    return [*(words for holds, words in marks if holds), *due]


def patient_facts(row: PatientStanding) -> str:
    """Number, sex, age, village and diagnosis."""
    return "·".join(filter(None, (*_who(row), row.diagnosis)))


def standing_lines(row: PatientStanding) -> list[tuple[str, str]]:
    """How somebody is now, and what is missing."""
    return [
        ("危险性", row.level.label if row.level is not None else UNKNOWN),
        ("病情分类", row.stability.label if row.stability else UNKNOWN),
        ("服药", row.adherence.label if row.adherence else UNKNOWN),
        ("上次随访", f"{row.last_visit_on:%Y-%m-%d}" if row.last_visit_on else "还没有随访记录"),
        ("下次随访", _due_words(row)),
        ("资料不全", f"缺{'、'.join(row.gaps)}" if row.gaps else "没有缺项"),
    ]


def particulars_lines(details: PatientDetails) -> list[tuple[str, str]]:
    """Who they are, as much of it as is shown, with guardian and consent."""
    given = details.particulars
    home = (given.village, given.address)
    return [
        ("身份证号", given.id_number or UNKNOWN),
        ("联系电话", given.phone or UNKNOWN),
        ("住址", "·".join(filter(None, home)) or UNKNOWN),
        ("监护人", guardian_words(details)),
        ("知情同意", consent_words(details)),
        ("登记日期", f"{details.registered_on:%Y-%m-%d}"),
    ]


def guardian_words(details: PatientDetails) -> str:
    """Who looks after them, how they are related, and whether they still do."""
    row = details.guardian
    if row is None:
        return "还没有登记监护人"
    given = row.particulars
    relation = given.relation_words or (given.relation.label if given.relation else "")
    state = "" if row.state.value == "acting" else row.state.label
    return "·".join(filter(None, (given.name, relation, given.phone, state)))


def consent_words(details: PatientDetails) -> str:
    """What was answered, when, and who signed."""
    if details.consent is None:
        return "还没有询问"
    asked = details.consent.asked
    return "·".join(
        filter(None, (asked.answer.label, f"{asked.asked_on:%Y-%m-%d}", asked.signed_by))
    )


def case_words(row: PatientStanding) -> str:
    """The newest case: number, kind, since when and how it stands."""
    if row.case is None:
        return "未入组"
    case = row.case
    return f"{case.number}·{case.kind.label}·{case.entered_on:%Y-%m-%d}入组·{case.standing.label}"


def _who(row: PatientStanding) -> tuple[str, ...]:
    age = f"{row.age}岁" if row.age is not None else ""
    return (row.case.number if row.case else "未入组", f"{row.sex.label}{age}", row.village)


def _condition(row: PatientStanding) -> tuple[str, ...]:
    stability = row.stability.label if row.stability else ""
    return (stability, row.adherence.label if row.adherence else "")


def _last_visit(row: PatientStanding) -> str:
    return f"末访{_short(row.last_visit_on)}" if row.last_visit_on else ""


def _next_visit(row: PatientStanding) -> str:
    return f"随访{_short(row.visit_due_on)}" if row.visit_due_on and not row.visit_due else ""


def _due_words(row: PatientStanding) -> str:
    if row.visit_due_on is None:
        return "不再随访" if row.gone else "出院后再定"
    day = f"{row.visit_due_on:%Y-%m-%d}"
    return f"{day}，应立即随访" if row.visit_due else day


def _short(day: date | None) -> str:
    return f"{day:%m-%d}" if day else ""
