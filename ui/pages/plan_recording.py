"""From the fields of a row to the plan: what they hold at first, and what saving them does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ui.models.people import member_choices, person_text
from ui.models.plan_rows import HEADINGS, AddRow, LineRow, PlanRow, WordsRow
from ui.pages.plan_editor import LineEditor, ProgressEditor, RowEditor, WordsEditor
from workbench.bench import Bench
from workbench.drafts import discard_draft, read_draft, save_draft
from workbench.errors import Refused
from workbench.plan_desk import PlanDesk
from workbench.plan_items import (
    PlanLine,
    add_plan_item,
    change_plan_item,
    explain_criterion,
    record_plan_progress,
)
from workbench.plan_reading import PlanDetails
from workbench.plan_samples import samples_for
from workbench.plans import PlanHeading, write_plan_heading
from workbench.rules.dates_typed import day_near
from workbench.rules.plans import ONGOING
from workbench.screen import Criterion, ItemState

SCREEN = "plan"


class DayNotUnderstood(Refused):
    """A due day was typed that is no day."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"没有看懂期限“{words}”。",
            safe="写的内容都在。",
            next_step="请写成 1125、11-25、2026-11-25，或写“持续”。",
        )


@dataclass(frozen=True)
class Kept:
    """What was typed into a row and not saved."""

    row: str
    values: Mapping[str, str]


class PlanDrafts:
    """Keeps what is typed into the one open row of a plan."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def keep(self, plan_id: int, row: str, values: Mapping[str, str]) -> None:
        """Keep it in place of what was kept before."""
        save_draft(self._bench, SCREEN, f"plan/{plan_id}", {"row": row, "values": dict(values)})

    def find(self, plan_id: int) -> Kept | None:
        """What is kept, if anything."""
        found = read_draft(self._bench, SCREEN, f"plan/{plan_id}")
        values = found.get("values") if found else None
        if not found or not isinstance(values, dict):
            return None
        return Kept(str(found.get("row", "")), {str(k): str(v) for k, v in values.items()})

    def drop(self, plan_id: int) -> None:
        """Forget it."""
        discard_draft(self._bench, SCREEN, f"plan/{plan_id}")


def editor_for(desk: PlanDesk, row: PlanRow) -> RowEditor | None:
    """The fields for a row, filled in; none where nothing of it can change."""
    match row:
        case WordsRow() if desk.draft:
            return WordsEditor(row.label, row.text, row.hint)
        case AddRow() if desk.draft:
            samples = samples_for(row.area)
            people, criteria = _people(desk, None), _criteria(desk, ())
            name = f"{row.area.label}的新措施"
            return LineEditor(name, {}, people, criteria, samples, carried=False)
        case LineRow() if row.item is not None and desk.draft:
            return _line_editor(desk, row)
        case LineRow() if row.item is not None and desk.newest:
            return progress_editor(desk, row)
    return None


def progress_editor(desk: PlanDesk, row: LineRow) -> RowEditor | None:
    """The fields for how far a line has come; none for one no meeting has confirmed yet."""
    if row.item is None or row.line.key not in desk.reported_on:
        return None
    states = [(state.value, state.label) for state in ItemState]
    return ProgressEditor(row.line.measure, states, row.item.state.value, row.item.result)


def save_row(bench: Bench, desk: PlanDesk, row: PlanRow, editor: RowEditor, request: str) -> str:
    """Carry out what the fields say; return the key of the row it is now."""
    plan, values = desk.plan, editor.values()
    if plan is None:
        return row.key
    match row:
        case WordsRow():
            _save_words(bench, plan, row, values["words"])
        case AddRow():
            line = _line(bench, PlanLine(row.area, "", "", ""), values)
            item = add_plan_item(bench, plan.row.id, line, request_id=request)
            return f"line/{item}"
        case LineRow() if "state" in values:
            item, state = desk.reported_on[row.line.key], ItemState(values["state"])
            record_plan_progress(bench, item, state=state, result=values["result"])
        case LineRow() if row.item is not None:
            line = _line(bench, as_written(row), values)
            change_plan_item(bench, row.item.id, line, why=values.get("why", ""))
    return row.key


def _save_words(bench: Bench, plan: PlanDetails, row: WordsRow, words: str) -> None:
    if row.name.startswith("criterion/"):
        criterion = Criterion(row.name.removeprefix("criterion/"))
        explain_criterion(bench, plan.row.id, criterion, reason=words)
        return
    said = {name: getattr(plan, name) for name in HEADINGS} | {row.name: words}
    heading = PlanHeading(
        said["patient_view"],
        said["family_view"],
        said["strengths"],
        plan.care,
        plan.untreated,
        plan.untreated_note,
        plan.level,
        plan.next_level,
    )
    write_plan_heading(bench, plan.row.id, heading)


def _line_editor(desk: PlanDesk, row: LineRow) -> LineEditor:
    line, item = row.line, row.item
    responsible = item.responsible_id if item else None
    due = ONGOING if line.ongoing else line.due_on.isoformat() if line.due_on else ""
    values = {
        "problem": line.problem,
        "goal": line.goal,
        "measure": line.measure,
        "who": str(responsible or ""),
        "due": due,
        "often": row.often,
        "partner": line.partner,
        "criteria": " ".join(line.criteria),
        "why": row.why,
    }
    people = _people(desk, (responsible, line.responsible) if responsible else None)
    name = f"{line.area.label}的一条措施"
    carried = any(c.before is not None and c.line.key == line.key for c in desk.changes)
    samples = samples_for(line.area)
    criteria = _criteria(desk, line.criteria)
    return LineEditor(name, values, people, criteria, samples, carried=carried)


def _people(desk: PlanDesk, present: tuple[int | None, str] | None) -> list[tuple[object, str]]:
    """Everybody on the teams; whoever has left stays as long as the line names them."""
    offered: list[tuple[object, str]] = [
        (str(key), text) for key, text in member_choices(desk.members)
    ]
    if present and present[0] not in {member.id for member in desk.members}:
        offered.append((str(present[0]), person_text("", present[1]).strip() + "（已离开小组）"))
    return [("", "以后再定"), *offered]


def _criteria(desk: PlanDesk, present: tuple[Criterion, ...]) -> list[tuple[object, str]]:
    """The criteria that are met, and whatever the line is said to answer now."""
    offered: dict[str, str] = {"": "不对应"}
    if len(present) > 1:
        offered[" ".join(present)] = "、".join(c.label for c in present)
    for criterion in (*desk.met, *present):
        offered.setdefault(criterion.value, criterion.label)
    return list(offered.items())


def as_written(row: LineRow) -> PlanLine:
    """A line as it stands, to be written differently or again."""
    line, item = row.line, row.item
    return PlanLine(
        area=line.area,
        problem=line.problem,
        goal=line.goal,
        measure=line.measure,
        responsible_id=item.responsible_id if item else None,
        partner=line.partner,
        start_on=line.start_on,
        due_on=line.due_on,
        frequency=line.frequency,
        criteria=line.criteria,
    )


def _line(bench: Bench, before: PlanLine, values: Mapping[str, str]) -> PlanLine:
    due_on, ongoing = _due(values["due"], bench.today())
    often = values["often"].strip()
    return replace(
        before,
        problem=values["problem"],
        goal=values["goal"],
        measure=values["measure"],
        responsible_id=int(values["who"]) if values["who"] else None,
        partner=values["partner"],
        due_on=due_on,
        frequency="，".join(filter(None, (ONGOING, often))) if ongoing else often,
        criteria=tuple(Criterion(each) for each in values["criteria"].split()),
    )


def _due(words: str, today: date) -> tuple[date | None, bool]:
    """The day that was typed, or that the line goes on."""
    plain = words.strip()
    if not plain or plain == ONGOING:
        return None, bool(plain)
    day = day_near(plain, today, ahead=True)
    if day is None:
        raise DayNotUnderstood(plain)
    return day, False
