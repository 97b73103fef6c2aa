"""Work given out in one line: @责任人 事项 期限."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench.rules.dates_ahead import split_day
from workbench.rules.speakers import Person, addressed, meant, tags

_MARKS = "@＠"


@dataclass(frozen=True)
class TypedTask:
    """What one line was understood as. `several` may be meant where nobody is; None is missing."""

    title: str
    who: int | None = None
    due_on: date | None = None
    several: tuple[Person, ...] = ()
    unknown: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What the line does not say yet."""
        parts = {"责任人": self.who, "事项": self.title or None, "期限": self.due_on}
        return tuple(name for name, said in parts.items() if said is None)


def task_typed(
    line: str, people: Sequence[Person], today: date, next_meeting: date | None = None
) -> TypedTask:
    """Read who, what and by when; the person may stand anywhere behind an @, or come first."""
    text = line.strip()
    place = next((number for number, sign in enumerate(text) if sign in _MARKS), None)
    if place is None:
        return _without_mark(text, people, today, next_meeting)
    before, named = text[:place].rstrip(), text[place + 1 :]
    found = addressed(named, people)
    if found is not None:
        who, length = found
        return _read(f"{before} {named[length:]}", (who,), (), "", today, next_meeting)
    word, _, behind = named.replace("\u3000", " ").partition(" ")
    candidates = meant(word, people) if word else []
    keys = tuple(person.key for person in candidates)
    several = tuple(candidates) if len(candidates) > 1 else ()
    unknown = word if word and not candidates else ""
    return _read(f"{before} {behind}", keys, several, unknown, today, next_meeting)


def names_somebody(line: str) -> bool:
    """Whether a line says by an @ whom it is for."""
    return any(sign in line for sign in _MARKS)


def problem_with(typed: TypedTask, today: date, people: Sequence[Person]) -> str:
    """What keeps a line from being given out, in words; empty when nothing does."""
    if typed.several:
        called = tags(people)
        who = "、".join(called[person.key] for person in typed.several)
        return f"有{len(typed.several)}位：{who}。请再多写一个字。"
    if typed.unknown:
        return f"小组里没有找到“{typed.unknown}”。请写角色、姓名或拼音首字母。"
    if typed.who is None:
        return "还没有写责任人。请以@开头，写上由谁来办。"
    if not typed.title:
        return "还没有写要做的事。"
    if typed.due_on is None:
        return "还没有写期限。请在末尾写上日期，如 12-05、下周三、两周内。"
    return "期限早于今天，请核对。" if typed.due_on < today else ""


def _without_mark(
    text: str, people: Sequence[Person], today: date, next_meeting: date | None
) -> TypedTask:
    found = addressed(text, people)
    if found is not None:
        who, length = found
        return _read(text[length:], (who,), (), "", today, next_meeting)
    word, _, behind = text.replace("\u3000", " ").partition(" ")
    roles = [person for person in people if word and word in person.roles]
    if len(roles) == 1:
        return _read(behind, (roles[0].key,), (), "", today, next_meeting)
    return _read(text, (), tuple(roles), "", today, next_meeting)


def _read(
    text: str,
    keys: tuple[int, ...],
    several: tuple[Person, ...],
    unknown: str,
    today: date,
    next_meeting: date | None,
) -> TypedTask:
    title, day = split_day(text.strip(" \u3000：:，"), today, next_meeting)
    who = keys[0] if len(keys) == 1 else None
    return TypedTask(title.strip(), who, day, several, unknown)
