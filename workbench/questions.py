"""Reads the facts that `assess` is given, and refuses whatever it cannot be sure of."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Guardianship,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import Labelled, RiskLevel
from data.profiles import UnknownProfile, profile_names, read_profile
from data.rule_values import Profile
from workbench.errors import Refused
from workbench.rules.facts import Facts

T = TypeVar("T")
C = TypeVar("C", bound=Labelled)

_FUNCTIONS = 5
_YEARS = range(1900, 2101)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNPRINTED = {"Cc", "Cs", "Zl", "Zp"}
_LONGEST_SHOWN = 40
_FILE = "输入文件"
# Some ten thousand patients; a file of more is something else.
_MOST_BYTES, _MOST = 8 << 20, "8兆字节"


class BadFacts(Refused):
    """Something in the facts is not what it has to be; the message is one line."""

    def __init__(self, place: str, wrong: str) -> None:
        super().__init__(f"{place}：{wrong}。", next_step="请改正后重试。", safe="")


@dataclass(frozen=True)
class Questions:
    """Whom to assess, on which day, by which profile."""

    profile: Profile
    on: date
    patients: tuple[tuple[str | int, Facts], ...]


class _Wrong(Exception):
    """A value does not fit its field."""


class _Object(dict[str, object]):
    """A JSON object that remembers the names written in it more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs) if len(pairs) > len(self) else {}
        self.repeated = tuple(name for name, count in times.items() if count > 1)


@dataclass(frozen=True)
class _Fields:
    """The fields of one object, which know where they stand when one of them is wrong."""

    place: str
    given: _Object

    def refuse_others(self, known: Collection[str]) -> None:
        """Refuse a field that does not exist, or one that is written twice."""
        for name in self.given.repeated:
            raise BadFacts(f"{self.place}，{_shown(name)}", "写了不止一次")
        for name in self.given:
            if name not in known:
                raise BadFacts(f"{self.place}，{_shown(name)}", "没有这个字段")

    def needed(self, name: str, read: Callable[[object], T]) -> T:
        """Read a field that must be there."""
        if self.given.get(name) is None:
            raise BadFacts(f"{self.place}，{name}", "没有填写")
        try:
            return read(self.given[name])
        except _Wrong as wrong:
            raise BadFacts(f"{self.place}，{name}", str(wrong)) from wrong

    def fact(self, name: CaseFact, read: Callable[[object], T]) -> T | None:
        """Read a fact; one that is left out or null is unknown."""
        return None if self.given.get(name) is None else self.needed(name.value, read)


def read_questions(path: Path) -> Questions:
    """Read a file of facts whole, or refuse it with the patient and the field that are wrong."""
    given = _parsed(path)
    if not isinstance(given, _Object):
        raise BadFacts(_FILE, "应为写有profile、on、patients的对象")
    fields = _Fields(_FILE, given)
    fields.refuse_others({"profile", "on", "patients"})
    profile, on = fields.needed("profile", _profile), fields.needed("on", _day)
    return Questions(profile, on, _patients(fields.needed("patients", _list), on))


def _parsed(path: Path) -> object:
    try:
        return json.loads(_text(path), object_pairs_hook=_Object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadFacts(f"{_FILE}第{error.lineno}行", "不是有效的JSON") from error
    except RecursionError as error:
        raise BadFacts(_FILE, "一层套一层，套得太深") from error
    except ValueError as error:
        raise BadFacts(_FILE, "写有位数过多的数") from error


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BadFacts(_FILE, "没有找到这个文件") from error
    except IsADirectoryError as error:
        raise BadFacts(_FILE, "这是文件夹，不是文件") from error
    except OSError as error:
        raise BadFacts(_FILE, "读不出来") from error
    if len(content) > _MOST_BYTES:
        raise BadFacts(_FILE, f"超过{_MOST}，太大了")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFacts(_FILE, "不是UTF-8编码的文字") from error
    if not text.strip():
        raise BadFacts(_FILE, "是空的")
    return text


def _no_number(written: str) -> object:
    raise BadFacts(_FILE, f"写有{written}，JSON里没有这样的数")


def _patients(listed: list[object], on: date) -> tuple[tuple[str | int, Facts], ...]:
    found: dict[str, tuple[str | int, Facts]] = {}
    for position, given in enumerate(listed, start=1):
        place = f"第{position}名患者"
        if not isinstance(given, _Object):
            raise BadFacts(f"{place}，patients", "应为一个对象")
        key = _Fields(place, given).needed("id", _id)
        fields = _Fields(f"患者{_shown(str(key))}", given)
        if str(key) in found:
            raise BadFacts(f"{fields.place}，id", "与前面的患者重复")
        fields.refuse_others({"id", *CaseFact})
        found[str(key)] = (key, _facts(fields, on))
    return tuple(found.values())


def _facts(fields: _Fields, on: date) -> Facts:
    def day_past(value: object) -> date:
        day = _day(value)
        if day > on:
            raise _Wrong("晚于on这一天")
        return day

    fact = fields.fact
    return Facts(
        risk_level=fact(CaseFact.RISK_LEVEL, _level),
        adherence=fact(CaseFact.ADHERENCE, _one_of(Adherence)),
        insight=fact(CaseFact.INSIGHT, _one_of(Insight)),
        symptoms=fact(CaseFact.SYMPTOMS, _one_of(Symptoms)),
        social_functions=fact(CaseFact.SOCIAL_FUNCTIONS, _functions),
        adverse_reaction=fact(CaseFact.ADVERSE_REACTION, _one_of(AdverseReaction)),
        physical_illness=fact(CaseFact.PHYSICAL_ILLNESS, _one_of(PhysicalIllness)),
        guardianship=fact(CaseFact.GUARDIANSHIP, _one_of(Guardianship)),
        stressful_event=fact(CaseFact.STRESSFUL_EVENT, _yes_or_no),
        substance_use=fact(CaseFact.SUBSTANCE_USE, _yes_or_no),
        police_listed=fact(CaseFact.POLICE_LISTED, _yes_or_no),
        past_serious_harm=fact(CaseFact.PAST_SERIOUS_HARM, _yes_or_no),
        hospitalised=fact(CaseFact.HOSPITALISED, _yes_or_no),
        admissions=fact(CaseFact.ADMISSIONS, _days),
        last_visit_on=fact(CaseFact.LAST_VISIT_ON, day_past),
        referred_on=fact(CaseFact.REFERRED_ON, day_past),
    )


def _id(value: object) -> str | int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not value.strip():
        raise _Wrong("应为不空的文字")
    if any(unicodedata.category(c) in _UNPRINTED for c in value):
        raise _Wrong("含有不能显示的字符")
    return value


def _profile(value: object) -> Profile:
    try:
        return read_profile(value if isinstance(value, str) else "")
    except UnknownProfile as error:
        raise _Wrong(f"应为{'、'.join(profile_names())}之一") from error


def _level(value: object) -> RiskLevel:
    if type(value) is not int or value not in {*RiskLevel}:
        raise _Wrong("应为0到5的整数")
    return RiskLevel(value)


def _one_of(codes: type[C]) -> Callable[[object], C]:
    def read(value: object) -> C:
        for code in codes:
            if value == code.value:
                return code
        raise _Wrong(f"应为{'、'.join(code.value for code in codes)}之一")

    return read


def _functions(value: object) -> tuple[SocialFunction | None, ...]:
    items = _list(value)
    known = {int(code.value): code for code in SocialFunction}
    if len(items) != _FUNCTIONS or any(
        item is not None and (type(item) is not int or item not in known) for item in items
    ):
        raise _Wrong("应为五项，每项为1、2、3、9或null")
    return tuple(known[item] if isinstance(item, int) else None for item in items)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("应为true或false")
    return value


def _days(value: object) -> tuple[date, ...]:
    return tuple(_day(day) for day in _list(value))


def _day(value: object) -> date:
    with suppress(ValueError):
        if isinstance(value, str) and _DAY.fullmatch(value):
            day = date.fromisoformat(value)
            if day.year in _YEARS:
                return day
    raise _Wrong(f"应为{_YEARS[0]}至{_YEARS[-1]}年间确有的日期，写成YYYY-MM-DD")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _Wrong("应为列表")
    return value


def _shown(text: str) -> str:
    """What was typed, fit for one line of a message."""
    clean = "".join("□" if unicodedata.category(c) in _UNPRINTED else c for c in text)
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}…"
