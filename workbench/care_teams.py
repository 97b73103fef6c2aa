"""Which village team (关爱帮扶小组) looks after which patient, and what the teams lack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import TeamKind
from data.facts import held, known
from data.models.care_teams import CareTeam
from data.models.teams import Team
from workbench.assistance_errors import NotVillageTeam
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.recording import among, by_patient, correct, enter, present, withdraw
from workbench.rules.teams import Lacking
from workbench.teams import lacking_of_teams
from workbench.words import clean_text


@dataclass(frozen=True)
class CaredFor:
    """The village team of a patient from a day on; without one, that none looks after them."""

    from_on: date
    team_id: int | None
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        return {
            "true_from": self.from_on,
            "team_id": self.team_id,
            "note": clean_text(self.note),
        }


@dataclass(frozen=True)
class CareTeamRow:
    """The village team of one patient, and which kinds of member it lacks."""

    id: int
    team: str
    cared_for: CaredFor
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True)
class VillageTeamRow:
    """One village team, whom it looks after, and which kinds of member it lacks."""

    team_id: int
    name: str
    area: str
    patients: tuple[int, ...]
    lacking: tuple[Lacking, ...]


def record_care_team(
    bench: Bench, patient_id: int, given: CaredFor, *, request_id: str = ""
) -> int:
    """Write down which village team looks after a patient from a day on; return its key."""
    with bench.doing("record_care_team", request_id) as work:
        if work.answer is not None:
            return work.answer
        _require_village_team(work, given)
        return work.answers(enter(work, CareTeam, patient_id, given).root_id)


def correct_care_team(bench: Bench, care_id: int, given: CaredFor, *, why: str) -> None:
    """Correct which team it was, or since when; the earlier words are kept with the reason."""
    with bench.doing("correct_care_team") as work:
        fact = present(work, CareTeam, care_id, "这条帮扶关系")
        _require_village_team(work, given)
        correct(work, fact, given, why)


def withdraw_care_team(bench: Bench, care_id: int, *, why: str) -> None:
    """Say that this team never looked after the patient."""
    with bench.doing("withdraw_care_team") as work:
        withdraw(work, present(work, CareTeam, care_id, "这条帮扶关系"), why)


def list_care_teams(
    bench: Bench, on: date | None = None, at: datetime | None = None
) -> list[VillageTeamRow]:
    """Every village team on a day, today unless named, in the order they were set up."""
    with bench.asking("list_care_teams") as session:
        day = on or bench.today()
        patients: dict[int, list[int]] = defaultdict(list)
        for patient, fact in sorted(_facts(session, None, day, at).items()):
            if fact.team_id is not None:
                patients[fact.team_id].append(patient)
        query = select(Team).where(Team.kind == TeamKind.VILLAGE).order_by(Team.id)
        teams = list(session.scalars(query))
        lacking = lacking_of_teams(session, [team.id for team in teams], day)
        return [
            VillageTeamRow(t.id, t.name, t.area, tuple(patients[t.id]), lacking[t.id])
            for t in teams
        ]


def care_team_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> CareTeamRow | None:
    """The village team of a patient on a day; None when nothing was ever said of it."""
    fact = _facts(session, [patient_id], day, at).get(patient_id)
    if fact is None:
        return None
    given = cared_for_of(fact)
    if fact.team_id is None:
        return CareTeamRow(fact.root_id, "", given, ())
    team = session.get_one(Team, fact.team_id)
    lacking = lacking_of_teams(session, [team.id], day)[team.id]
    return CareTeamRow(fact.root_id, team.name, given, lacking)


def cared_for_of(fact: CareTeam) -> CaredFor:
    """What a stored fact says, as it could be filled in again."""
    return CaredFor(fact.true_from, fact.team_id, fact.note)


def _facts(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None
) -> dict[int, CareTeam]:
    facts = by_patient(session.scalars(among(known(CareTeam, at), CareTeam, patient_ids)))
    last = {patient: held(rows, day) for patient, rows in facts.items()}
    return {patient: fact for patient, fact in last.items() if fact is not None}


def _require_village_team(work: Work, given: CaredFor) -> None:
    if given.team_id is None:
        return
    team = work.session.get(Team, given.team_id)
    if team is None:
        raise NotFound("这个小组")
    if team.kind is not TeamKind.VILLAGE:
        raise NotVillageTeam(team.name)
