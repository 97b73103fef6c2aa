"""How a visit being written is marked and explained, and how recorded ones look in a list."""

from __future__ import annotations

from datetime import date

from ui.models.days import day_in_list, day_in_prose
from ui.widgets.answer_rows import RowState
from ui.widgets.lists import Face
from workbench.rules.visit_answers import VisitRecord
from workbench.rules.visit_filling import (
    COMPARED,
    LOOKED_AT,
    asked,
    changed,
    said,
    still_needed,
)
from workbench.rules.visit_questions import Filled, Reached
from workbench.rules.visit_sections import QUESTIONS
from workbench.screen import FormVersion
from workbench.visit_starting import VisitStart, Weighed
from workbench.visits import VisitRow

MOST_TOLD = 3
# What a visit has to ask about comes before what the office did.
NEWS = ("危险行为", "住院", "生活事件", "用药", "注射", "批注")
BASIS = "依据严重精神障碍患者管理服务规范的分类干预和本软件的默认判断，由您决定。"


def row_states(start: VisitStart, filled: Filled, weighed: Weighed) -> dict[str, RowState]:
    """The questions that are asked now, in order, and how each is marked."""
    wanted = needed(filled, weighed)
    on_show, before = asked(filled, weighed.wanted), start.filled_before()
    differing = changed(filled, before)
    return {
        item: RowState(
            wanted=item in wanted,
            changed=item in differing,
            last=_last(item, before, filled, start.version) if item in COMPARED else "",
            note=_note(item, filled, start),
        )
        for item in QUESTIONS
        if item in on_show
    }


def needed(filled: Filled, weighed: Weighed) -> frozenset[str]:
    """The items that have to be answered before the visit can be recorded."""
    return weighed.wanted.union(still_needed(filled))


def _last(item: str, before: Filled | None, filled: Filled, version: FormVersion) -> str:
    """Last time's answer where it differs, or where the question is still open."""
    if before is None:
        return ""
    differs = item in changed(filled, before)
    open_now = item in LOOKED_AT and filled.get(item) in (None, (), {})
    return said(item, before.get(item), version) if differs or open_now else ""


def _note(item: str, filled: Filled, start: VisitStart) -> str:
    if item == "visited_on" and start.visit_id is None and filled.get(item) != start.today:
        return "不是今天"
    return ""


def class_words(weighed: Weighed) -> str:
    """What the answers speak for, and why; nothing is chosen by it."""
    if not weighed.met:
        return ""
    found = weighed.classed
    lead = "建议" if found.stability else ""
    return f"{lead}{found.because}{BASIS}"


def next_visit_words(weighed: Weighed) -> str:
    """The day a visit is due at the latest, and why."""
    if not weighed.met:
        return ""
    due = weighed.next_visit
    return f"最迟{day_in_prose(due.on)}：{due.because}" if due.on else due.because


def last_words(start: VisitStart) -> str:
    """The last visit in one line."""
    last = start.last
    if last is None:
        return "第一次随访"
    return f"上次随访 {last.visited_on}　{_told(last)}"


def _told(record: VisitRecord) -> str:
    answers = record.answers
    if answers.died_on or answers.death_cause:
        return "患者已死亡"
    if answers.lost_reason:
        return f"没有访到（{answers.lost_reason.label}）"
    found = [record.form.label]
    if record.level is not None:
        found.append(record.level.label)
    if answers.stability is not None:
        found.append(answers.stability.label)
    return "·".join(found)


def since_lines(start: VisitStart) -> tuple[tuple[str, str, str], ...]:
    """What happened since the last visit: the day, what it is about, the sentence."""
    told = sorted(start.since, key=lambda change: change.subject not in NEWS)[:MOST_TOLD]
    return tuple((day_in_list(c.on), c.subject, c.sentence) for c in told)


def since_hint(start: VisitStart) -> str:
    """How much of it is told here."""
    more = len(start.since) - MOST_TOLD
    return f"自动带入，另有{more}条在个案页" if more > 0 else "自动带入"


def recorded_words(filled: Filled, weighed: Weighed) -> str:
    """The report once a visit is recorded."""
    match filled.get("reached"):
        case Reached.MISSED:
            return "已记录：这次没有访到"
        case Reached.DEAD:
            return "已记录：患者已死亡"
    due = weighed.next_visit.on or filled.get("next_visit_on")
    return f"已记录；下次随访最迟{day_in_prose(due)}" if isinstance(due, date) else "已记录"


def titles(items: tuple[str, ...]) -> tuple[str, ...]:
    """What questions are called."""
    return tuple(QUESTIONS[item].title for item in items)


def visit_face(row: VisitRow) -> Face:
    """One recorded visit as a row."""
    level = None if row.level is None else int(row.level)
    note = "·".join(filter(None, (row.doctor, row.words.replace("\n", " "))))
    return Face(f"{row.visited_on}　{_went(row)}", chip=level, note=note)


def visit_spoken(row: VisitRow) -> str:
    """The same in one sentence."""
    level = "" if row.level is None else row.level.label
    return "，".join(filter(None, (str(row.visited_on), _went(row), level, row.doctor, row.words)))


def _went(row: VisitRow) -> str:
    if row.dead:
        return "患者已死亡"
    if row.lost_reason:
        return f"没有访到（{row.lost_reason.label}）"
    return "·".join(filter(None, (row.form.label, row.stability.label if row.stability else "")))
