"""The others on the register: who they are, and the visits they are given or miss."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from data.clinical_codes import Adherence
from data.codes import RiskLevel, Sex, VisitForm
from data.register_codes import AdmissionGround, DiagnosisClass, FlagKind, LivingWith, Marriage
from data.visit_codes import DeathCause, DeathDetail, HospitalStay, LostReason
from workbench.admissions import Stay, record_admission
from workbench.demo.clock import Calendar, on_weekday
from workbench.demo.people import Person, register
from workbench.demo.seats import HOSPITAL
from workbench.demo.street import Step, Street
from workbench.demo.treatment import inject, medicine, monthly_injection
from workbench.demo.visits import UNEASY, WELL, write_visit
from workbench.rules.visit_answers import VisitAnswers

_FILE = Path(__file__).parent / "register.toml"
_NOON = time(11)
_QUARTER, _MONTH = timedelta(weeks=12), timedelta(weeks=4)
_NOTHING = VisitAnswers()
_IN_HOSPITAL = VisitAnswers(hospital_stay=HospitalStay.PRESENT)
_INJECTED = (14, 10, 6)  # weeks ago; another was due since
_NEW = timedelta(days=25)
_LIVING = (LivingWith.SPOUSE, LivingWith.PARENTS, LivingWith.CHILDREN, LivingWith.SIBLINGS, None)
_MARRIED = (Marriage.MARRIED, Marriage.SINGLE, Marriage.WIDOWED, Marriage.SINGLE, None)
_PILLS = (
    ("利培酮", "1mg", "2"),
    ("奥氮平", "5mg", "10"),
    ("阿立哌唑", "5mg", "10"),
    ("喹硫平", "0.1g", "200"),
    None,
)
# How those are found whom somebody sees: the answers, the level, and how long until the next.
_FOUND: dict[str, tuple[VisitAnswers, RiskLevel | None, timedelta]] = {
    "steady": (WELL, RiskLevel.NONE, _QUARTER),
    "fair": (UNEASY, RiskLevel.VERBAL, _MONTH),
    "free": (replace(WELL, adherence=Adherence.NOT_NEEDED), RiskLevel.NONE, _QUARTER),
    "sparse": (_NOTHING, None, _QUARTER),
}
_ENDINGS = {
    "lost": VisitAnswers(lost_reason=LostReason.NOT_REACHED),
    "away": VisitAnswers(lost_reason=LostReason.WORKING_AWAY),
    "moved": VisitAnswers(lost_reason=LostReason.MOVED),
}
_ENDED = {
    "lost": "两周内三次上门、两次电话均未访到，门上有积灰。",
    "away": "家属称已随亲戚去外地打工，地址和电话不肯说。",
    "moved": "邻居称几个月前搬走，村里不清楚去向。",
}


@dataclass(frozen=True)
class Other:
    """Somebody on the register who is not in case management."""

    person: Person
    place: int
    way: str
    last_seen: timedelta
    words: tuple[str, ...]

    def steps(self, calendar: Calendar) -> Iterator[Step]:
        """Everything that is written down about them."""
        never = self.way == "never"
        first = on_weekday(calendar.today - _NEW) if never else calendar.beginning
        yield Step(first, time(9, 30), lambda street: self._enter(street))
        if never:
            return
        last = calendar.today - self.last_seen
        yield from self._seen(calendar.beginning, last)
        yield from self._end(calendar, last)

    def _enter(self, street: Street) -> None:
        patient = register(street, self.person, self.place)
        day, pills = street.bench.today(), _PILLS[self.place % len(_PILLS)]
        if self.way == "injected":
            monthly_injection()(street, patient, day)
        elif pills and self.way in ("steady", "fair"):
            medicine(*pills)(street, patient, day)

    def _seen(self, since: date, last: date) -> Iterator[Step]:
        """Visits at their interval, the last one so long ago."""
        seen = self.way in _FOUND
        answers, level, interval = _FOUND[self.way if seen else "steady"]
        day, number = last if seen else last - interval, 0
        while day > since:
            words = self.words[(self.place + number) % len(self.words)]
            yield self._visit(day, level, words, answers)
            day, number = day - interval, number + 1

    def _visit(self, day: date, level: RiskLevel | None, words: str, answers: VisitAnswers) -> Step:
        form = VisitForm.PHONE if answers is _NOTHING else _form_of(words)
        weekday = on_weekday(day)
        return Step(
            weekday,
            _NOON,
            lambda street: write_visit(
                street, self._key(street), weekday, level, words, answers, form
            ),
        )

    def _end(self, calendar: Calendar, last: date) -> Iterator[Step]:
        """What became of those who cannot simply be visited again."""
        if self.way in _ENDINGS:
            yield self._visit(last, None, _ENDED[self.way], _ENDINGS[self.way])
        elif self.way == "dead":
            yield self._visit(last, None, "家属来电告知去世，已核对死亡证明。", _death(last))
        elif self.way == "hospital":
            yield Step(last, _NOON, lambda street: self._admit(street, last))
        elif self.way == "injected":
            for weeks in _INJECTED:
                day = on_weekday(calendar.today - timedelta(weeks=weeks))
                yield Step(day, _NOON, partial(self._inject, day=day))

    def _inject(self, street: Street, day: date) -> None:
        inject(street, self._key(street), day)

    def _admit(self, street: Street, day: date) -> None:
        patient = self._key(street)
        why = "停药后拒食，家属送诊"
        record_admission(
            street.bench, patient, Stay(day, HOSPITAL, grounds=(AdmissionGround.OTHER,), reason=why)
        )
        words, answers = "联系病房，入院手续已办。", _IN_HOSPITAL
        write_visit(street, patient, day, None, words, answers, VisitForm.PHONE)

    def _key(self, street: Street) -> int:
        return street.patients[self.person.name]


def others() -> tuple[Other, ...]:
    """Everybody in the table who has no story of their own."""
    return tuple(o for o in _all() if o.way != "clue")


def clue(name: str) -> Person:
    """One of those the team heard of."""
    return next(o.person for o in _all() if o.person.name == name)


def _all() -> Iterator[Other]:
    written = tomllib.loads(_FILE.read_text("utf-8"))
    for place, (name, sex, born, village, illness, way, days, flags) in enumerate(
        written["people"], start=11
    ):
        person = Person(
            name,
            Sex(sex),
            born,
            village,
            DiagnosisClass(illness),
            ill_for=3 + place * 7 % 22,
            living_with=_LIVING[place % len(_LIVING)],
            marriage=_MARRIED[place % len(_MARRIED)],
            flags=tuple(FlagKind(flag) for flag in flags),
        )
        words = written["words"].get(way, written["words"]["steady"])
        yield Other(person, place, way, timedelta(days=days), tuple(words))


def _death(day: date) -> VisitAnswers:
    return VisitAnswers(
        died_on=day - timedelta(days=3),
        death_cause=DeathCause.PHYSICAL_ILLNESS,
        death_detail=DeathDetail.HEART,
    )


def _form_of(words: str) -> VisitForm:
    return VisitForm.CLINIC if words.startswith("门诊") else VisitForm.HOME
