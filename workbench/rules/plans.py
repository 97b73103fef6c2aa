"""What a plan must say, what changed between two versions, and how much was carried out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind
from workbench.rules.dates import said

# 管庄地区个案管理工作方案（2019），四（二）1与2.
AREAS: Mapping[CaseKind, tuple[PlanArea, ...]] = {
    CaseKind.HIGH_RISK: (
        PlanArea.RISK,
        PlanArea.MEDICATION,
        PlanArea.GUARDIANSHIP,
        PlanArea.BEHAVIOUR,
        PlanArea.PSYCHOLOGY,
    ),
    CaseKind.UNSTABLE: (PlanArea.SYMPTOMS, PlanArea.INSIGHT, PlanArea.BODY, PlanArea.RISK),
}
# What a line says in place of a day when it goes on until the team takes it out.
ONGOING = "持续"
_FIELDS = {
    "area": "领域",
    "problem": "问题",
    "goal": "目标",
    "measure": "措施",
    "responsible": "责任人",
    "partner": "协同部门",
    "start_on": "开始",
    "due_on": "完成期限",
    "frequency": "频次",
    "criteria": "对应标准",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a version. `key` is the same in every version the line was carried into."""

    key: int
    area: PlanArea
    problem: str
    goal: str
    measure: str
    responsible: str = ""
    partner: str = ""
    start_on: date | None = None
    due_on: date | None = None
    frequency: str = ""
    criteria: tuple[Criterion, ...] = ()

    @property
    def ongoing(self) -> bool:
        """Whether the line goes on without a day by which it must be reached."""
        return self.due_on is None and self.frequency.startswith(ONGOING)


@dataclass(frozen=True)
class FieldChange:
    """One field of a line that reads differently now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class LineChange:
    """A line that was carried forward and changed, field by field."""

    line: Line
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class PlanChanges:
    """What is new in a version, what is gone from it, and what reads differently."""

    added: tuple[Line, ...]
    removed: tuple[Line, ...]
    changed: tuple[LineChange, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The same, one sentence for each change."""
        return (
            *(f"新增{_named(line)}。" for line in self.added),
            *(f"去掉{_named(line)}。" for line in self.removed),
            *(
                f"{_named(change.line)}的{f.field}由“{f.before or '空'}”改为“{f.after or '空'}”。"
                for change in self.changed
                for f in change.fields
            ),
        )


def changes_between(before: Sequence[Line], after: Sequence[Line]) -> PlanChanges:
    """Compare two versions line by line and field by field."""
    old, new = ({line.key: line for line in lines} for lines in (before, after))
    compared = ((line, tuple(_different(old[line.key], line))) for line in after if line.key in old)
    return PlanChanges(
        added=tuple(line for line in after if line.key not in old),
        removed=tuple(line for line in before if line.key not in new),
        changed=tuple(LineChange(line, fields) for line, fields in compared if fields),
    )


def in_order(lines: Collection[Line], kind: CaseKind) -> tuple[Line, ...]:
    """The lines by area, in the order the areas of this kind of plan are printed."""
    place = {area: number for number, area in enumerate(AREAS[kind])}
    return tuple(sorted(lines, key=lambda line: (place.get(line.area, len(place)), line.key)))


def unanswered(
    met: Collection[Criterion], lines: Collection[Line], reasons: Collection[Criterion]
) -> tuple[Criterion, ...]:
    """The criteria that are met and that neither a line nor a written reason answers."""
    answered = {criterion for line in lines for criterion in line.criteria} | set(reasons)
    return tuple(c for c in Criterion if c in met and c not in answered)


def obstacles_to_confirming(
    lines: Sequence[Line], left_open: Collection[Criterion], kind: CaseKind
) -> tuple[str, ...]:
    """Say why a version cannot be confirmed yet; empty when it can."""
    found = [] if lines else ["计划还没有一条内容"]
    for line in lines:
        if line.area not in AREAS[kind]:
            found.append(f"{_named(line)}不属于{kind.label}计划的领域")
        if not line.responsible:
            found.append(f"{_named(line)}没有责任人")
        if line.due_on is None and not line.ongoing:
            found.append(f"{_named(line)}没有完成期限")
    found += [f"入组标准“{c.label}”没有对应的内容，也没有写理由" for c in left_open]
    return tuple(found)


@dataclass(frozen=True)
class CarriedOut:
    """How many lines of a version were reached, of those that still counted."""

    reached: int
    counted: int


def carried_out(states: Collection[ItemState | None]) -> CarriedOut:
    """Count what was reached (上次计划执行率); lines no longer needed do not count."""
    counted = [state for state in states if state is not ItemState.NO_LONGER_NEEDED]
    return CarriedOut(sum(state is ItemState.REACHED for state in counted), len(counted))


def _different(before: Line, after: Line) -> Iterator[FieldChange]:
    for name, label in _FIELDS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield FieldChange(label, _words(old), _words(new))


def _words(value: PlanArea | str | date | tuple[Criterion, ...] | None) -> str:
    match value:
        case None:
            return ""
        case PlanArea():
            return value.label
        case date():
            return said(value)
        case tuple():
            return "、".join(criterion.label for criterion in value)
        case _:
            return value


def _named(line: Line) -> str:
    return f"{line.area.label}“{line.problem}”"
