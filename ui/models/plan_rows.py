"""What the table of a plan is made of: its lines by area, what is said as a whole, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ui.models.days import day_in_list
from ui.widgets.lists import Face
from workbench.plan_desk import PlanDesk, areas_of
from workbench.plan_reading import NOT_IN_THE_WAY, PlanDetails, PlanItemRow
from workbench.rules.plans import ONGOING, Line
from workbench.rules.revisions import Revised, Revision
from workbench.screen import Criterion, PlanArea
from workbench.words import masked

HEADINGS = {
    "patient_view": "本人意见",
    "family_view": "家属意见",
    "strengths": "优势和潜能",
}
TAGS = {
    Revision.ADDED: "新增",
    Revision.CHANGED: "有改动",
    Revision.POSTPONED: "延期",
    Revision.REMOVED: "已撤",
}


@dataclass(frozen=True)
class LineRow:
    """One line of the plan. Without an item it was taken out of this version."""

    day: date
    line: Line
    item: PlanItemRow | None
    who: str
    role: str
    revision: Revision | None
    was: str = ""
    why: str = ""

    @property
    def key(self) -> str:
        """What is the same about the row when it is read again."""
        return f"line/{self.line.key}"

    @property
    def due(self) -> str:
        """By when, as short as it can be said."""
        if self.line.due_on is None:
            return ONGOING if self.line.ongoing else ""
        return due_text(self.line.due_on, self.day)

    @property
    def late(self) -> bool:
        """Whether its day is over and it still asks for something."""
        due_on, item = self.line.due_on, self.item
        over = due_on is not None and due_on < self.day
        return over and item is not None and item.state not in NOT_IN_THE_WAY

    @property
    def often(self) -> str:
        """How often, without the word that stands in place of the day."""
        return self.line.frequency.removeprefix(ONGOING).strip("，、 ")

    @property
    def when(self) -> str:
        """What stands under the day."""
        return "，".join(filter(None, ("已过期" if self.late else "", self.often)))

    @property
    def tag(self) -> str:
        """What became of it since the version it is compared with."""
        return TAGS.get(self.revision, "") if self.revision else ""

    @property
    def state(self) -> str:
        """How far it has come."""
        return self.item.state.label if self.item else ""


@dataclass(frozen=True)
class AddRow:
    """An area in which nothing stands yet, or a line about to be written."""

    area: PlanArea

    @property
    def key(self) -> str:
        """What is the same about the row when it is read again."""
        return f"new/{self.area.value}"


@dataclass(frozen=True)
class WordsRow:
    """Something said about the plan as a whole, or about a criterion no line answers."""

    name: str
    label: str
    text: str
    hint: str
    open: bool = False

    @property
    def key(self) -> str:
        """What is the same about the row when it is read again."""
        return f"words/{self.name}"


PlanRow = LineRow | AddRow | WordsRow


def plan_rows(
    desk: PlanDesk, badges: Mapping[PlanArea, str], writing: PlanArea | None
) -> list[PlanRow | Face]:
    """The whole table. `writing` is the area into which a new line is being written."""
    if desk.plan is None:
        return []
    lines = list(_line_rows(desk, desk.plan))
    rows: list[PlanRow | Face] = []
    for area in areas_of(desk):
        found = [row for row in lines if row.line.area is area]
        rows.append(Face(area.label, lead=badges.get(area, ""), group=True))
        rows += found
        if area is writing or (desk.draft and not found):
            rows.append(AddRow(area))
    strays = [row for row in lines if row.line.area not in areas_of(desk)]
    if strays:
        rows += [Face("其他领域", "这类计划没有的领域，请撤掉或另写", group=True), *strays]
    return rows + _as_a_whole(desk, desk.plan)


def row_spoken(row: PlanRow) -> str:
    """A row in one sentence."""
    match row:
        case LineRow():
            due = f"期限{row.due}" if row.due else "没有期限"
            told = (
                row.tag,
                row.line.goal,
                row.line.measure,
                row.role,
                row.who or "没有责任人",
                due,
            )
            return "，".join(filter(None, (*told, row.when, row.state, row.was, row.why)))
        case AddRow():
            return f"{row.area.label}还没有内容，按 Ctrl+N 加一条"
        case WordsRow():
            return f"{row.label}：{row.text or row.hint}"


def row_face(row: PlanRow) -> Face:
    """What tells a row from a heading; how it looks is the table's own affair."""
    return Face(row_spoken(row))


def changes_text(desk: PlanDesk) -> str:
    """What is different from the version it is compared with."""
    if desk.against is None:
        return "第一次计划"
    counted = {tag: sum(r.revision is rev for r in desk.changes) for rev, tag in TAGS.items()}
    told = "，".join(f"{tag}{count}" for tag, count in counted.items() if count)
    return f"与第{desk.against.number}次相比：{told or '没有变化'}"


def criterion_row(criterion: Criterion, reason: str) -> WordsRow:
    """A criterion that is met, and why no line answers it as far as somebody said so."""
    return WordsRow(
        f"criterion/{criterion.value}",
        criterion.label,
        reason,
        "没有对应的措施，请加一条，或在这里写明理由",
        open=not reason,
    )


def due_text(due_on: date, today: date) -> str:
    """A due day, with its year where that is another than this one's."""
    return day_in_list(due_on) if due_on.year == today.year else due_on.isoformat()


def _line_rows(desk: PlanDesk, plan: PlanDetails) -> Iterator[LineRow]:
    roles = {key: person.role.label for key, person in desk.people.items()}
    revised = {each.line.key: each for each in desk.changes}
    for item in plan.items:
        change = revised.get(item.line.key)
        role, name = roles.get(item.responsible_id or 0, ""), item.line.responsible
        who = masked(name) if name else ""
        kind = change.revision if change else None
        why = desk.whys.get(item.line.key, "") if kind in TAGS else ""
        was = _was(change, desk.day) if change else ""
        yield LineRow(desk.day, item.line, item, who, role, kind, was, why)
    for change in desk.changes:
        if change.revision is Revision.REMOVED:
            who = masked(change.line.responsible) if change.line.responsible else ""
            why = desk.whys.get(change.line.key, "")
            yield LineRow(desk.day, change.line, None, who, "", change.revision, why=why)


def _was(change: Revised, day: date) -> str:
    """How a changed line read before, the fields that are seen in the table."""
    before, after = change.before, change.after
    if before is None or after is None:
        return ""
    told = []
    for name, label in (("goal", "目标"), ("measure", "措施"), ("problem", "问题")):
        if getattr(before, name) != getattr(after, name):
            told.append(f"{label}原为“{getattr(before, name)}”")
    if before.responsible != after.responsible:
        told.append(f"责任人原为{masked(before.responsible) if before.responsible else '空'}")
    if before.due_on != after.due_on:
        told.append(f"期限原为{due_text(before.due_on, day) if before.due_on else '空'}")
    return "；".join(told)


def _as_a_whole(desk: PlanDesk, plan: PlanDetails) -> list[PlanRow | Face]:
    said = [
        WordsRow(name, label, getattr(plan, name), "还没有写" if desk.draft else "没有写")
        for name, label in HEADINGS.items()
    ]
    explained = {c: reason for c, reason in plan.reasons if c in desk.met}
    asked = [*plan.unanswered, *explained]
    rows: list[PlanRow | Face] = []
    if asked:
        left = len(plan.unanswered)
        hint = f"{left}条没有回应" if left else "都已回应或说明"
        rows.append(Face("入组标准", hint, group=True, attention=bool(left)))
        rows += [criterion_row(c, explained.get(c, "")) for c in Criterion if c in asked]
    return [*rows, Face("本人与家属", group=True), *said]
