"""Stores, teams and meetings for tests, made through the use cases. All people are invented."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from data import keys, store
from data.codes import (
    AccountKind,
    AgendaTier,
    CaseKind,
    MemberRole,
    RiskLevel,
    Sex,
    Stability,
    TeamKind,
    VisitForm,
)
from data.folder import FILE
from data.models.accounts import Account, Identity
from tests.ready import ready
from workbench.agendas import add_case_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.bench import Bench
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.meetings import plan_meeting, start_meeting
from workbench.patients import Particulars, register_patient
from workbench.rules.id_numbers import check_digit
from workbench.teams import add_member, add_team
from workbench.visits import record_visit

KEY = bytes(range(32))
CHEAP = keys.Cost(passes=2, memory=19456, lanes=1)
MEETING_DAY = date(2026, 11, 25)
NAMES = {
    "龚砚秋": MemberRole.LEADER,
    "穆青禾": MemberRole.PREVENTION,
    "闻人澜": MemberRole.PSYCHIATRIST,
    "亓文涛": MemberRole.POLICE,
    "皮桂香": MemberRole.VILLAGE,
    "阿依努尔·买买提": MemberRole.CIVIL_AFFAIRS,
}
CASES = {
    "GA0101": ("石䶮", RiskLevel.ANYWHERE),
    "GA0102": ("欧阳松柏", RiskLevel.AT_HOME),
    "GA0103": ("仇小满", None),
}


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass(frozen=True)
class Team:
    id: int
    members: dict[str, int]
    patients: dict[str, int]
    cases: dict[str, int]


@dataclass(frozen=True)
class Running:
    id: int
    items: dict[str, int]


def a_store(folder: Path, clock, *, kind=AccountKind.RECORDER, administers=True) -> Bench:
    """A store opened with its raw key, which is faster than deriving one from a password."""
    folder.mkdir(parents=True)
    for name, content in _new_store(clock()).items():
        (folder / name).write_bytes(content)
    opened = store.open_store(folder, KEY, clock())
    return at_bench(opened, clock, kind=kind, administers=administers)


@cache
def _new_store(moment: datetime) -> dict[str, bytes]:
    """The files of a new store. Going through every upgrade for each test would take minutes."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "store"
        made = store.create_store(folder, KEY, moment)
        with made.writing() as session:
            session.add(
                Identity(store="0" * 32, code="TEST", unit="云栖镇", demo=False, created_at=moment)
            )
            session.add(Account(name="记录员", kind=AccountKind.RECORDER, administers=True))
        keys.KeySlots("0" * 32).save(folder)
        made.close()
        return {name: (folder / name).read_bytes() for name in (FILE, keys.FILE)}


def at_bench(opened, clock, *, kind=AccountKind.RECORDER, administers=True) -> Bench:
    """A bench over an open store."""
    return Bench(
        store=opened,
        account_id=1,
        kind=kind,
        administers=administers,
        unit="云栖镇",
        code="TEST",
        demo=False,
        now=clock,
    )


def reopened(bench: Bench) -> Bench:
    """Close the file and open it again, as the next morning does."""
    bench.close()
    return at_bench(store.open_store(bench.store.folder, KEY, bench.now()), bench.now)


def people_at_the_table(bench: Bench) -> tuple[int, dict[str, int]]:
    """A team of six without a case, and its members by name."""
    early = date(2026, 1, 1)
    team = add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)
    return team, {
        name: add_member(bench, team, name=name, role=role, unit=f"{role.label}单位", from_on=early)
        for name, role in NAMES.items()
    }


@ready
def a_team(bench: Bench) -> Team:
    team, members = people_at_the_table(bench)
    patients, cases = {}, {}
    for number, (name, level) in CASES.items():
        patients[number] = register_patient(
            bench, Particulars(name, Sex.MALE, date(1980, 2, 29), "梧桐村3组", "精神分裂症")
        )
        if level is not None:
            record_visit(
                bench,
                patients[number],
                visited_on=min(date(2026, 11, 3), bench.today()),
                form=VisitForm.HOME,
                level=level,
            )
        entry = Entry(number, CaseKind.HIGH_RISK, members["穆青禾"])
        cases[number] = open_case_management(bench, patients[number], entry)
    return Team(team, members, patients, cases)


def a_planned_meeting(bench: Bench, team: Team, held_on: date = MEETING_DAY) -> Running:
    meeting = plan_meeting(
        bench,
        team.id,
        held_on=held_on,
        begins=time(14, 30),
        place="镇政府三楼会议室",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
    )
    items = {
        number: add_case_to_agenda(bench, meeting, case, tier=AgendaTier.FOCUS)
        for number, case in team.cases.items()
    }
    return Running(meeting, items)


@ready
def a_running_meeting(bench: Bench, team: Team, held_on: date = MEETING_DAY) -> Running:
    meeting = a_planned_meeting(bench, team, held_on)
    start_meeting(bench, meeting.id)
    return meeting


def settle(bench: Bench, team: Team, item: int, level: RiskLevel, **more) -> int:
    """Let someone speak on an item, rate it and decide; return the decision's key."""
    record_opinion(bench, item, team.members["亓文涛"], words="近一月未接到警情。", level=level)
    record_assessment(bench, item, level=level, stability=Stability.UNSTABLE, **more)
    return record_decision(
        bench,
        item,
        text="每周联合随访1次",
        implementer_id=team.members["亓文涛"],
        due_on=date(2026, 12, 23),
    )


@ready
def settle_all(bench: Bench, team: Team, meeting: Running) -> None:
    for item in meeting.items.values():
        settle(bench, team, item, RiskLevel.ANYWHERE)


@ready
def a_closed_meeting(bench: Bench, team: Team, held_on: date = MEETING_DAY) -> Running:
    meeting = a_running_meeting(bench, team, held_on)
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    return meeting


def an_id_number(born_on: date = date(1980, 2, 29), sequence: int = 1) -> str:
    """A number from an area that does not exist; an odd sequence is a man's."""
    body = f"990101{born_on:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


def environment() -> dict[str, str]:
    """What a child process needs to run the program as this one does."""
    root = str(Path(__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"}
