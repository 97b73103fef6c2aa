"""What a new store is told first: whose it is, its team, and when that meets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select

from data.codes import Labelled
from data.models.accounts import Identity
from data.models.teams import Team
from workbench.bench import Bench
from workbench.meeting_rules import rule_for
from workbench.teams import TeamRow, members_on
from workbench.words import required


class SetUpStep(Labelled):
    """One thing a new store is told; each may be left for later."""

    UNIT = "unit", "单位名称"
    TEAM = "team", "小组"
    MEMBERS = "members", "小组成员"
    MEETING = "meeting", "例会规则"


@dataclass(frozen=True)
class SetUp:
    """How far a store has been set up, and what was left for later."""

    unit: str
    team: TeamRow | None
    missing: tuple[SetUpStep, ...]


def read_setup(bench: Bench) -> SetUp:
    """Say what a store was told and what not. The first team set up is the one meant."""
    with bench.asking("read_setup") as session:
        unit = session.scalars(select(Identity)).one().unit
        team = session.scalars(select(Team).order_by(Team.id).limit(1)).first()
        told = {
            SetUpStep.UNIT: bool(unit),
            SetUpStep.TEAM: team is not None,
            SetUpStep.MEMBERS: bool(team and members_on(session, team.id, bench.today())),
            SetUpStep.MEETING: bool(team and rule_for(session, team.id)),
        }
        row = TeamRow(team.id, team.name, team.kind, team.area) if team else None
        return SetUp(unit, row, tuple(step for step, known in told.items() if not known))


def name_unit(bench: Bench, unit: str) -> Bench:
    """Say whose store this is; return the bench under that name. Sealed papers keep theirs."""
    with bench.doing("name_unit") as work:
        name = required("单位名称", unit)
        work.session.scalars(select(Identity)).one().unit = name
    return replace(bench, unit=name)
