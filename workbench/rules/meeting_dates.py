"""Whether a body has met in its month, quarter or half-year, and by when it has to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from data.codes import TeamKind
from data.rule_values import Profile, RuleValue, Unit
from workbench.rules.dates import plus_months, said

_PERIODS = {1: "本月", 3: "本季度", 6: "本半年", 12: "本年"}
_ALREADY = "已"
_NOT_YET = "还没有"


@dataclass(frozen=True)
class Held:
    """Whether it has taken place in the current period, and the last day for it."""

    held: bool
    due_by: date
    last_on: date | None
    because: str


def body_has_met(body: TeamKind, meetings: Collection[date], *, on: date, profile: Profile) -> Held:
    """Whether a body has met in its current period.

    个案管理小组 monthly and 领导小组 quarterly: 管庄地区方案（2019），五. 综合管理小组 and
    关爱帮扶小组 monthly: 齐云山镇方案（2024），三（一）1.
    """
    return _in_period(meetings, on, profile[f"meeting.{body.value}"], f"{body.label}{{}}开会")


def psychiatrist_has_come(attended: Collection[date], *, on: date, profile: Profile) -> Held:
    """Whether a psychiatrist took part in a meeting of the team this quarter.

    至少每季度1次 (管庄地区方案（2019），五).
    """
    return _in_period(attended, on, profile["meeting.psychiatrist"], "精神科医师{}参会")


def period_of(on: date, months: int) -> tuple[date, date]:
    """The first and last day of the calendar period of so many months that a day lies in."""
    first = plus_months(date(on.year, 1, 1), (on.month - 1) // months * months)
    return first, plus_months(first, months) - timedelta(days=1)


def day_as_typed(day: date, today: date) -> tuple[str, ...]:
    """How somebody who looks for a meeting may write its day."""
    away = (day.year - today.year) * 12 + day.month - today.month
    month = {-1: "上月", 0: "本月", 1: "下月"}.get(away, "")
    weekday = f"周{'一二三四五六日'[day.weekday()]}"
    in_full = f"{day.year}年{day.month}月{day.day}日"
    whole = (f"{day.month}月", f"{day.month}月{day.day}日", f"{day:%m%d}", weekday, month)
    return (*filter(None, whole), in_full, f"{day:%Y%m%d}")


def _in_period(days: Collection[date], on: date, every: RuleValue, words: str) -> Held:
    if every.unit is not Unit.MONTHS or 12 % every.amount:
        raise ValueError(f"{every.key} does not divide a year into periods")
    first, last = period_of(on, every.amount)
    past = [day for day in days if day <= on]
    latest = max(past, default=None)
    held = latest is not None and latest >= first
    period = _PERIODS.get(every.amount, f"本期（{every.words}）")
    because = f"{period}{words.format(_ALREADY if held else _NOT_YET)}"
    when = f"，最近一次是{said(latest)}" if latest else "，还没有过"
    limit = "" if held else f"，应不迟于{said(last)}"
    return Held(held, last, latest, f"{because}{when}{limit}（{every.basis}）。")
