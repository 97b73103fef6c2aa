"""Whether an ID number can be one, and what it says: birth date and sex.

The scheme is that of GB 11643: six figures of area, eight of birth date, three of sequence and a
check digit. A number of 15 figures is the older form, without the century and the check digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.codes import Labelled, Sex
from workbench.rules.dates import said

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIGURES = frozenset("0123456789")
_PLAIN = str.maketrans("０１２３４５６７８９ｘＸx", "0123456789XXX")
_LENGTHS = (15, 18)
_OLDEST_YEAR = 1850
_PROVINCES = {
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
    *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54"),
    *("61", "62", "63", "64", "65", "71", "81", "82", "83"),
}


class IdFault(Labelled):
    """What is wrong with a number."""

    LENGTH = "length", "位数"
    CHARACTERS = "characters", "字符"
    DATE = "date", "出生日期"
    CHECK_DIGIT = "check_digit", "校验码"


@dataclass(frozen=True)
class WrongId:
    """A number that cannot be an ID number, and why."""

    fault: IdFault
    because: str


@dataclass(frozen=True)
class IdNumber:
    """An ID number of 18 places and what it says; `warnings` are for the reader to look at."""

    number: str
    born_on: date
    sex: Sex
    warnings: tuple[str, ...] = ()


def read_id_number(typed: str, *, on: date) -> IdNumber | WrongId:
    """Check a number as it was typed; birth dates after `on` are refused."""
    text = "".join(typed.split()).translate(_PLAIN)
    if len(text) not in _LENGTHS:
        return WrongId(IdFault.LENGTH, f"身份证号应为18位或15位，填写的是{len(text)}位")
    strange = _strange(text)
    if strange:
        return WrongId(IdFault.CHARACTERS, strange)
    body = text[:17] if len(text) == 18 else f"{text[:6]}19{text[6:]}"
    born_on = _day(body[6:14])
    if isinstance(born_on, str) or born_on > on:
        because = born_on if isinstance(born_on, str) else f"出生日期{said(born_on)}还没有到"
        return WrongId(IdFault.DATE, because)
    if len(text) == 18 and text[17] != check_digit(body):
        return WrongId(IdFault.CHECK_DIGIT, "最后一位校验码与前17位对不上")
    return IdNumber(
        number=body + check_digit(body),
        born_on=born_on,
        sex=Sex.MALE if int(body[16]) % 2 else Sex.FEMALE,
        warnings=tuple(_warnings(text)),
    )


def check_digit(body: str) -> str:
    """The last place that belongs to the first seventeen (ISO 7064, MOD 11-2)."""
    total = sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, body, strict=True))
    return _CHECKS[total % 11]


def _strange(text: str) -> str:
    """Say which place holds what is not a figure; X stands only in the eighteenth."""
    for place, character in enumerate(text, start=1):
        if character not in _FIGURES and not (character == "X" and place == 18):
            return f"第{place}位的“{character}”不是数字"
    return ""


def _day(figures: str) -> date | str:
    year, month, day = int(figures[:4]), int(figures[4:6]), int(figures[6:])
    if year < _OLDEST_YEAR:
        return f"出生年份{figures[:4]}早于{_OLDEST_YEAR}年"
    try:
        return date(year, month, day)
    except ValueError:
        return f"出生日期{figures[:4]}年{figures[4:6]}月{figures[6:]}日不存在"


def _warnings(text: str) -> list[str]:
    found = []
    if text[:2] not in _PROVINCES:
        found.append(f"没有以{text[:6]}开头的地区码，请核对前6位")
    if len(text) == 15:
        found.append("15位号码已换成18位")
    return found
