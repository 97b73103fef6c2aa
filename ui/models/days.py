"""How days and moments are written on screens."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from ui.widgets.day_box import WEEKDAYS

LOCAL = timezone(timedelta(hours=8))


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
