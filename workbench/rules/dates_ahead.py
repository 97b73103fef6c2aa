"""Days to come as people say them at a table: 下周三, 月底, 两周内, 12月5日前."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from workbench.rules.dates_typed import day_near

_DIGITS = "零一二三四五六七八九"
_NUMBER = r"(\d{1,3}|半|[一二两三四五六七八九十]{1,3})"
_WEEKDAY = re.compile(r"(本|这|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_MONTH_END = re.compile(r"(本|这|下)?个?月(底|末|中|初)")
_DAY_OF_MONTH = re.compile(r"(?:(本|这|下)个?月)?(\d{1,2})[日号]")
_SPAN = re.compile(_NUMBER + r"个?(天|日|周|星期|礼拜|月)(?:之?内|以内|之?后|以后)")
_BY = re.compile(r"(?:之前|以前|前)?(?:完成|办结|办好|落实|到期)?$")
_FURTHER = {"大后天": 3, "当天": 0, "今日": 0, "明日": 1}
_LONGEST = 12
_SAID = re.compile(r"[年月日号周天底末中初内后会期拜一二三四五六两]")
_END_OF_MONTH, _MIDDLE, _TENTH = {"底", "末"}, 15, 10


def day_ahead(words: str, today: date, next_meeting: date | None = None) -> date | None:
    """Read a day from today on; what `day_near` reads, and days said from today or by a meeting.

    Within so many days, weeks or months means the last day of them, and before a day that day.
    """
    plain = _BY.sub("", unicodedata.normalize("NFKC", words).strip().replace(" ", ""))
    if not plain:
        return None
    if plain in ("下次例会", "下次会议", "下次会前"):
        return next_meeting
    if plain in _FURTHER:
        return today + timedelta(days=_FURTHER[plain])
    readers: tuple[Callable[[str, date], date | None], ...] = (
        *(_weekday, _month_part, _day_of_month, _span, _end_of_year),
    )
    found = next((day for read in readers if (day := read(plain, today))), None)
    return found or day_near(plain.replace("号", "日"), today, ahead=True)


def split_day(text: str, today: date, next_meeting: date | None = None) -> tuple[str, date | None]:
    """The words and the day at their end; all of them and None where no day stands there.

    Figures alone have to stand apart from the words: 随访2次 12-05, not 随访1205.
    """
    whole = text.rstrip(" \u3000，。；,;")
    for length in range(min(_LONGEST, len(whole)), 0, -1):
        rest, end = whole[:-length], whole[-length:]
        if end[0].isspace() or not _parted(rest, end):
            continue
        day = day_ahead(end, today, next_meeting)
        if day is not None:
            return rest.rstrip(" \u3000，、；,;"), day
    return text.strip(), None


def _parted(rest: str, end: str) -> bool:
    if not rest or rest[-1] in " \u3000，、；,;：:":
        return True
    figures = rest[-1].isdigit() and end[0].isdigit()
    return bool(_SAID.search(end)) and not figures and not (end[0].isdigit() and rest[-1] in "-/.")


def _weekday(plain: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(plain)
    if found is None:
        return None
    day = "一二三四五六日".index("日" if found[2] == "天" else found[2])
    if found[1] is None:  # the next one, which is today's weekday only in a week
        return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    weeks = {"本": 0, "这": 0, "下": 1, "下下": 2}[found[1]]
    meant = today - timedelta(days=today.weekday()) + timedelta(days=day, weeks=weeks)
    return meant if meant >= today else None


def _month_part(plain: str, today: date) -> date | None:
    found = _MONTH_END.fullmatch(plain)
    if found is None:
        return None
    first = _first_of_month(today, found[1])
    if found[2] in _END_OF_MONTH:
        day = monthrange(first.year, first.month)[1]
    else:
        day = _MIDDLE if found[2] == "中" else _TENTH
    meant = first.replace(day=day)
    return meant if meant >= today else None


def _day_of_month(plain: str, today: date) -> date | None:
    found = _DAY_OF_MONTH.fullmatch(plain)
    if found is None:
        return None
    first = _first_of_month(today, found[1])
    for month in (first, _first_of_month(first, "下")):
        last = monthrange(month.year, month.month)[1]
        if not 1 <= int(found[2]) <= last:
            continue
        meant = month.replace(day=int(found[2]))
        if meant >= today:
            return meant
    return None


def _span(plain: str, today: date) -> date | None:
    found = _SPAN.fullmatch(plain)
    if found is None:
        return None
    if found[1] == "半":
        return today + timedelta(days=15) if found[2] == "月" else None
    count = _count(found[1])
    if found[2] == "月":
        return _months_on(today, count)
    return today + timedelta(days=count if found[2] in "天日" else 7 * count)


def _end_of_year(plain: str, today: date) -> date | None:
    return date(today.year, 12, 31) if plain in ("年底", "年末", "年内", "今年底") else None


def _first_of_month(day: date, which: str | None) -> date:
    first = day.replace(day=1)
    return (first + timedelta(days=31)).replace(day=1) if which == "下" else first


def _months_on(today: date, count: int) -> date:
    """The same day so many months on, or the last of a month that has no such day."""
    months = today.month - 1 + count
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _count(words: str) -> int:
    """A number of up to ninety-nine, in figures or in words."""
    if words.isdigit():
        return int(words)
    plain = words.replace("两", "二")
    if "十" not in plain:
        return _DIGITS.index(plain[0])
    tens, ones = plain.split("十", 1)
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)
