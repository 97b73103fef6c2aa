"""Decisions and tasks as they are typed: what was understood, and what is handed on."""

from __future__ import annotations

from datetime import date

from ui.models.days import day_in_list
from ui.models.people import person_text
from ui.widgets.day_box import WEEKDAYS
from workbench.at_table import at_table
from workbench.decisions import Deciding
from workbench.errors import Refused
from workbench.live import ItemDetails
from workbench.rules.tasks_typed import TypedTask, names_somebody, problem_with, task_typed

Understood = tuple[str, bool]


class LineUnclear(Refused):
    """A line of work does not say who, what or by when."""

    def __init__(self, problem: str) -> None:
        happened, _, how = problem.partition("。")
        super().__init__(f"{happened}。", safe="填写的内容都在，没有丢失。", next_step=how)
        self.problem = problem


def work_typed(item: ItemDetails, line: str, on: date) -> Deciding:
    """The work a line gives out, said on a day; refuses one that leaves something open."""
    people = at_table(item.opinions)
    typed = task_typed(line, people, on, item.usual.due_on)
    if problem := problem_with(typed, on, people):
        raise LineUnclear(problem)
    return Deciding(typed.title, typed.who, typed.due_on)


def conclusion_typed(item: ItemDetails, words: str, on: date) -> Deciding | None:
    """What a conclusion decides: whoever it names behind an @ by the day it names.

    Else the case manager until the next meeting; where tasks were given out beside it, the work is
    theirs.
    """
    if not words.strip():
        return None
    usual = item.usual
    if not names_somebody(words):
        if usual.implementer_id is None:
            raise LineUnclear("这条决定还没有责任人。请写明由谁来办，如：@民警 12-05。")
        gives = not any(decision.gives_work for decision in item.decisions)
        return Deciding(words, usual.implementer_id, usual.due_on, gives)
    people = at_table(item.opinions)
    typed = task_typed(words, people, on, usual.due_on)
    due = typed.due_on or usual.due_on
    whole = TypedTask(typed.title, typed.who, due, typed.several, typed.unknown)
    if problem := problem_with(whole, on, people):
        raise LineUnclear(problem)
    return Deciding(whole.title, whole.who, due)


def work_understood(item: ItemDetails, line: str, on: date) -> Understood:
    """What a line means as far as it goes, and whether something is still missing."""
    if not line.strip():
        return "", False
    typed = task_typed(line, at_table(item.opinions), on, item.usual.due_on)
    problem = problem_with(typed, on, at_table(item.opinions))
    if typed.several or typed.unknown:
        return problem, True
    said = [_who(item, typed.who), typed.title, _by(typed.due_on)]
    told = "·".join(part for part in said if part)
    missing = "、".join(typed.missing)
    return (f"{told}　还缺：{missing}" if missing else told or problem), bool(problem)


def conclusion_understood(item: ItemDetails, words: str, on: date) -> Understood:
    """Who carries a conclusion out and by when."""
    try:
        deciding = conclusion_typed(item, words, on)
    except LineUnclear as unclear:
        return unclear.problem, True
    if deciding is None:
        return "", False
    who, due = _who(item, deciding.implementer_id), _by(deciding.due_on)
    return (f"{who}·{due}前" if deciding.gives_work else f"{who}·{due}·具体工作见任务"), False


def _who(item: ItemDetails, key: int | None) -> str:
    found = (o for o in item.opinions if o.member_id == key)
    return next((person_text(o.role.short, o.name) for o in found), "个案管理员" if key else "")


def _by(day: date | None) -> str:
    return f"{day_in_list(day)} 周{WEEKDAYS[day.weekday()]}" if day else ""
