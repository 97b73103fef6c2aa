"""How days and moments are written on screens, and how typed days are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from ui.widgets.day_box import WEEKDAYS, WRITTEN, DayBox
from workbench.errors import EmptyField, Refused
from workbench.rules.dates_typed import day_near, day_typed

LOCAL = timezone(timedelta(hours=8))
NOTATIONS = "日期可以写成 2026-11-25、1125 或昨天。"


class CannotRead(Refused):
    """Something typed in a field cannot be understood."""

    def __init__(self, label: str, typed: str, notation: str) -> None:
        super().__init__(
            f"“{label}”里的“{typed}”看不懂。",
            safe="填写的内容都在，没有丢失。",
            next_step=notation,
        )


def day_box(
    name: str, today: Callable[[], date], *, ahead: bool = False, hint: str = WRITTEN
) -> DayBox:
    """A field for a day near the present; `ahead` reads one without a year as the next such."""
    return DayBox(name, lambda words: day_near(words, today(), ahead=ahead), hint)


def birthday_box(name: str, hint: str) -> DayBox:
    """A field for a day long ago, which is nothing without its year."""
    return DayBox(name, day_typed, hint)


def given_day(box: DayBox) -> date | None:
    """The day in a field, if any; refuses what cannot be read."""
    if box.has_unread():
        raise CannotRead(box.accessibleName(), box.text().strip(), NOTATIONS)
    return box.day()


def needed_day(box: DayBox) -> date:
    """The day in a field that must have one."""
    day = given_day(box)
    if day is None:
        raise EmptyField(box.accessibleName())
    return day


def day_in_prose(day: date) -> str:
    """11月25日（周三）."""
    return f"{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）"


def day_in_list(day: date) -> str:
    """11-25."""
    return f"{day:%m-%d}"


def moment_text(moment: datetime, today: date) -> str:
    """今天 17:30, 昨天 17:30 or 11-19 17:30."""
    local = moment.astimezone(LOCAL)
    away = (today - local.date()).days
    day = {0: "今天", 1: "昨天"}.get(away, day_in_list(local.date()))
    return f"{day} {local:%H:%M}"


def clock_text(moment: datetime) -> str:
    """14:32:05."""
    return f"{moment.astimezone(LOCAL):%H:%M:%S}"
