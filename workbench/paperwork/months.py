"""The months of a case as a timeline draws them, and the same in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.clinical_codes import Adherence
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.medication import Injection, MedicationLine
from data.models.meetings import Meeting
from data.models.visits import Visit
from forms.wording import level
from workbench.admissions import admissions_by
from workbench.events import incidents_by
from workbench.medication import lines_of
from workbench.rules.agendas import Rated, standing_level
from workbench.rules.dates import plus_months
from workbench.rules.injections import Schedule, next_due
from workbench.visits import visits_until

MONTHS = 12
MISSED = "漏"
Rows = list[dict[str, object]]


@dataclass(frozen=True)
class _Year:
    """Whose months up to which day, as known at which moment."""

    session: Session
    patient_id: int
    until: date
    at: datetime | None

    @property
    def first(self) -> date:
        """The first day drawn."""
        return plus_months(self.until.replace(day=1), 1 - MONTHS)

    def visits(self) -> list[Visit]:
        """Every visit by the last day, the first one first."""
        return visits_until(self.session, self.patient_id, self.until, self.at)[::-1]


def months_answers(
    session: Session, patient_id: int, until: date, at: datetime | None = None
) -> dict[str, object]:
    """A year of a patient: levels, stays, medicines, visits, incidents and meetings."""
    year = _Year(session, patient_id, until, at)
    visits = year.visits()
    tracks: dict[str, Rows] = {
        "levels": list(_levels(year, visits)),
        "stays": list(_stays(year)),
        "medication": list(_medication(visits)),
        "injections": sorted(_injections(year), key=lambda row: str(row["on"])),
        "visits": [{"on": _iso(v.true_from)} for v in visits if not v.lost_reason],
        "events": list(_incidents(year)),
        "meetings": [{"on": _iso(day), "hollow": True} for day in _meetings(year)],
    }
    return {
        "until": _iso(until),
        "months": MONTHS,
        **tracks,
        "facts": list(_facts(tracks, _iso(year.first))),
    }


def _levels(year: _Year, visits: Sequence[Visit]) -> Iterator[dict[str, object]]:
    """The level a patient stood at from each day on which it became another one."""
    clinical = [Rated(v.level, v.true_from) for v in visits if v.level is not None]
    agreed = _agreed(year)
    last = None
    for day in sorted({rated.on for rated in (*clinical, *agreed)}):
        now = standing_level(_by(clinical, day), _by(agreed, day))
        if now is not None and now != last:
            yield {"on": _iso(day), "level": int(now)}
        last = now


def _agreed(year: _Year) -> list[Rated]:
    query = (
        known(Assessment, year.at)
        .join(AgendaItem, AgendaItem.id == Assessment.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Assessment.patient_id == year.patient_id,
            Meeting.closed_at.is_not(None),
            Meeting.held_on <= year.until,
        )
        .order_by(Meeting.held_on, Meeting.closed_at)
        .with_only_columns(Assessment.level, Meeting.held_on)
    )
    if year.at is not None:
        query = query.where(Meeting.closed_at <= year.at)
    return [Rated(rated, on) for rated, on in year.session.execute(query)]


def _by(ratings: Sequence[Rated], day: date) -> Rated | None:
    return next((rated for rated in reversed(ratings) if rated.on <= day), None)


def _stays(year: _Year) -> Iterator[dict[str, object]]:
    for row in admissions_by(year.session, year.patient_id, year.until, year.at):
        begun, ended = row.stay.admitted_on, row.stay.discharged_on
        days = ((ended or year.until) - begun).days + 1
        told = f"{days}天" if ended else "在院"
        yield {"on": _iso(begun), "to": _iso(ended) if ended else "", "text": told}


def _medication(visits: Sequence[Visit]) -> Iterator[dict[str, object]]:
    """What each visit heard covers the time since the one before, or its own day if it is first."""
    stretch: dict[str, object] = {}
    since: date | None = None
    for visit in visits:
        begun = since + timedelta(1) if since else visit.true_from
        heard = visit.adherence if visit.adherence is not Adherence.NOT_NEEDED else None
        hollow = heard is not Adherence.REGULAR
        if heard is None or (stretch and stretch["hollow"] is not hollow):
            yield from [stretch] if stretch else []
            stretch = {}
        if heard is not None:
            text = heard.label if hollow else ""
            stretch = stretch or {"on": _iso(begun), "text": text, "hollow": hollow}
            stretch["to"] = _iso(visit.true_from)
        since = visit.true_from
    yield from [stretch] if stretch else []


def _injections(year: _Year) -> Iterator[dict[str, object]]:
    query = known(Injection, year.at).where(
        Injection.patient_id == year.patient_id, Injection.true_from <= year.until
    )
    given = list(year.session.scalars(query))
    for row in given:
        yield {"on": _iso(row.true_from), "text": "", "hollow": False}
    for line in lines_of(year.session, year.patient_id, year.at):
        if line.long_acting:
            mine = sorted(row.true_from for row in given if row.line_id == line.root_id)
            for day in _missed(line, mine, year.until):
                yield {"on": _iso(day), "text": MISSED, "hollow": True}


def _missed(line: MedicationLine, given: Sequence[date], until: date) -> Iterator[date]:
    """The days on which an injection was due whose window closed before the next was given."""
    schedule = Schedule(line.every, line.every_unit, line.window_days, line.second_after_days)
    for count in range(1, len(given) + 1):
        due = next_due(schedule, given[:count], line.started_on)
        following = given[count] if count < len(given) else min(until, line.stopped_on or until)
        if due is not None and due.closes_on < following:
            yield due.due_on


def _incidents(year: _Year) -> Iterator[dict[str, object]]:
    for row in incidents_by(year.session, year.patient_id, year.until, year.at):
        yield {"on": _iso(row.happened.happened_on), "text": "", "kind": row.happened.kind.label}


def _meetings(year: _Year) -> list[date]:
    query = (
        select(Meeting.held_on)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.patient_id == year.patient_id,
            Meeting.closed_at.is_not(None),
            Meeting.held_on <= year.until,
        )
        .order_by(Meeting.held_on)
        .distinct()
    )
    if year.at is not None:
        query = query.where(Meeting.closed_at <= year.at)
    return list(year.session.scalars(query))


def _facts(tracks: dict[str, Rows], first: str) -> Iterator[str]:
    """One sentence for each track on which something stands in these months."""
    told = {
        "危险等级": [f"{row['on']}起{level(_number(row['level']))}" for row in tracks["levels"]],
        "住院": [_stretch(row) for row in _within(tracks["stays"], first)],
        "口服药": [_stretch(row) for row in _within(tracks["medication"], first)],
        "长效针剂": [_day(row) for row in _within(tracks["injections"], first)],
        "随访": [str(row["on"]) for row in _within(tracks["visits"], first)],
        "事件": [f"{row['on']}（{row['kind']}）" for row in _within(tracks["events"], first)],
        "例会": [str(row["on"]) for row in _within(tracks["meetings"], first)],
    }
    for label, parts in told.items():
        if parts:
            yield f"{label}：{'，'.join(parts)}。"


def _within(rows: Rows, first: str) -> Rows:
    return [row for row in rows if str(row.get("to") or row["on"]) >= first or row.get("to") == ""]


def _stretch(row: dict[str, object]) -> str:
    ends = row["to"] or "今"
    text = row["text"] or "规律服药"
    return f"{row['on']}至{ends}（{text}）"


def _day(row: dict[str, object]) -> str:
    return f"{row['on']}（{'漏打' if row['hollow'] else '已打'}）"


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _iso(day: date) -> str:
    return day.isoformat()
