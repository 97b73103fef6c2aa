"""The months of a patient as a screen draws them: eight tracks, each mark with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.cases import Case
from workbench.case_life import life_of
from workbench.events import incidents_by
from workbench.paperwork.months import Rows, months_answers
from workbench.visits import visits_until


class Track(StrEnum):
    """What is drawn on one line of its own, from the top downwards."""

    LEVELS = "levels"
    STAYS = "stays"
    MEDICATION = "medication"
    INJECTIONS = "injections"
    VISITS = "visits"
    EVENTS = "events"
    MEETINGS = "meetings"
    CASES = "cases"

    @property
    def label(self) -> str:
        """What stands before the line."""
        return _LABELS[self]


_LABELS = {
    Track.LEVELS: "危险性等级",
    Track.STAYS: "住院",
    Track.MEDICATION: "口服药",
    Track.INJECTIONS: "长效针剂",
    Track.VISITS: "随访",
    Track.EVENTS: "事件",
    Track.MEETINGS: "会议",
    Track.CASES: "个案",
}


@dataclass(frozen=True)
class Mark:
    """One thing on a track: a day, or a stretch from one day to another.

    `gap` says that something is missing here: medicine not taken regularly, an injection missed.
    """

    track: Track
    on: date
    to: date
    text: str
    sentence: str
    level: int | None = None
    gap: bool = False


@dataclass(frozen=True)
class Timeline:
    """Everything up to a day; the screen chooses how many months of it to draw."""

    until: date
    marks: tuple[Mark, ...]

    def since(self, first: date) -> tuple[Mark, ...]:
        """What reaches into the days from this one on."""
        return tuple(mark for mark in self.marks if mark.to >= first)


def timeline_of(
    session: Session, patient_id: int, until: date, at: datetime | None = None
) -> Timeline:
    """The marks of a patient by track and day, up to a day and as known at a moment."""
    told = months_answers(session, patient_id, until, at)
    marks = (
        *_levels(_rows(told, Track.LEVELS), until),
        *(_stay(row, until) for row in _rows(told, Track.STAYS)),
        *map(_medicine, _rows(told, Track.MEDICATION)),
        *map(_injection, _rows(told, Track.INJECTIONS)),
        *_visits(session, patient_id, until, at),
        *_events(session, patient_id, until, at),
        *(_on_a_day(Track.MEETINGS, row, "例会") for row in _rows(told, Track.MEETINGS)),
        *_cases(session, patient_id, until, at),
    )
    return Timeline(until, marks)


def _rows(told: dict[str, object], track: Track) -> Rows:
    rows = told[track.value]
    return rows if isinstance(rows, list) else []


def _levels(rows: Rows, until: date) -> Iterator[Mark]:
    begins = [_day(row["on"]) for row in rows]
    ends = [*(begun - timedelta(1) for begun in begins[1:]), until][: len(begins)]
    for row, begun, end in zip(rows, begins, ends, strict=True):
        level = int(str(row["level"]))
        told = f"{begun}起{level}级" + ("" if end == until else f"，到{end}")
        yield Mark(Track.LEVELS, begun, end, f"{level}级", told, level)


def _stay(row: dict[str, object], until: date) -> Mark:
    begun, text = _day(row["on"]), str(row["text"])
    ended = _day(row["to"]) if row["to"] else None
    told = f"{begun}住院" + (f"，{ended}出院，共{text}" if ended else "，仍在院")
    return Mark(Track.STAYS, begun, ended or until, text, told)


def _medicine(row: dict[str, object]) -> Mark:
    begun, ended = _day(row["on"]), _day(row["to"])
    days = (ended - begun).days + 1
    gap = bool(row["hollow"])
    heard = str(row["text"]) if gap else "规律服药"
    text = f"{heard}{days}天" if gap else ""
    return Mark(Track.MEDICATION, begun, ended, text, f"{begun}至{ended}{heard}，{days}天", gap=gap)


def _injection(row: dict[str, object]) -> Mark:
    on, missed = _day(row["on"]), bool(row["hollow"])
    told = f"{on}应打长效针剂，漏打" if missed else f"{on}已打长效针剂"
    return Mark(Track.INJECTIONS, on, on, "漏" if missed else "", told, gap=missed)


def _events(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    for row in incidents_by(session, patient_id, until, at):
        seen = row.happened
        source = f"来源：{seen.source}" if seen.source else ""
        parts = filter(None, (seen.kind.label, seen.words, seen.place, source))
        told = f"{seen.happened_on}{'，'.join(parts)}"
        yield Mark(Track.EVENTS, seen.happened_on, seen.happened_on, seen.kind.label, told)


def _visits(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    for visit in visits_until(session, patient_id, until, at)[::-1]:
        if not visit.lost_reason:
            on = visit.true_from
            level = "" if visit.level is None else f"评估{int(visit.level)}级"
            parts = filter(None, (visit.form.label, level, visit.words))
            yield Mark(Track.VISITS, on, on, "", f"{on}{'，'.join(parts)}")


def _cases(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    """Entry, other hands, another kind, pauses and the end of each of the patient's cases."""
    mine = select(Case).where(Case.patient_id == patient_id, Case.entered_on <= until)
    for case in session.scalars(mine.order_by(Case.entered_on, Case.id)):
        for event in life_of(session, case, at):
            if event.on <= until:
                why = f"，{event.why}" if event.why else ""
                told = f"{event.on}{event.words}{why}"
                yield Mark(Track.CASES, event.on, event.on, event.brief, told)


def _on_a_day(track: Track, row: dict[str, object], what: str) -> Mark:
    on = _day(row["on"])
    return Mark(track, on, on, "", f"{on}{what}")


def _day(told: object) -> date:
    return date.fromisoformat(str(told))


def in_order_of_days(marks: Sequence[Mark]) -> list[Mark]:
    """The latest first, for whoever reads instead of looking."""
    places = list(Track)
    return sorted(marks, key=lambda m: (-m.on.toordinal(), places.index(m.track)))
