"""Whatever order people work in, and however often the file is closed, it stays true."""

import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from data.codes import AbsenceReason, AgendaTier, RiskLevel, Stability, TaskOutcome
from data.models.signatures import Seal
from tests.builders import Clock, a_store, a_team, reopened
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, remove_from_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.audit import verify_store
from workbench.closing import close_meeting
from workbench.decisions import continue_case, defer_item, record_decision, withdraw_decision
from workbench.drafts import discard_draft, save_draft, subject_of
from workbench.errors import Refused
from workbench.live import list_agenda, read_item
from workbench.meetings import (
    list_meetings,
    plan_meeting,
    read_meeting,
    record_absence,
    record_presence,
    start_meeting,
)
from workbench.patients import Particulars, correct_patient
from workbench.tasks import list_earlier_tasks, record_task_result

FIRST = date(2026, 2, 4)
LEVELS = st.sampled_from(RiskLevel)
WORDS = st.sampled_from(["", "近一月未接到警情。", "间断服药", "“引号”<b>&符号", "𬭎𠅤"])


class AnyOrder(RuleBasedStateMachine):
    meetings = Bundle("meetings")
    items = Bundle("items")
    decisions = Bundle("decisions")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock(datetime(2026, 2, 1, tzinfo=UTC))
        self.bench = a_store(Path(self.folder.name) / "store", self.clock)
        self.team = a_team(self.bench)
        self.sealed = {}

    @rule(target=meetings, month=st.integers(0, 5), begin=st.booleans())
    def plan(self, month, begin):
        members = self.team.members
        meeting = plan_meeting(
            self.bench,
            self.team.id,
            held_on=FIRST + timedelta(weeks=4 * month),
            begins=time(14, 30),
            place="会议室",
            chair_id=members["龚砚秋"],
            recorder_id=members["穆青禾"],
        )
        if begin:
            add_matter_to_agenda(self.bench, meeting, title="通报情况")
            start_meeting(self.bench, meeting)
        return meeting

    @rule(target=items, meeting=meetings, number=st.sampled_from(["GA0101", "GA0102", "GA0103"]))
    def put_on_agenda(self, meeting, number):
        with suppress(Refused):
            return add_case_to_agenda(
                self.bench, meeting, self.team.cases[number], tier=AgendaTier.FOCUS
            )
        return multiple()

    @rule(meeting=meetings)
    def begin(self, meeting):
        with suppress(Refused):
            start_meeting(self.bench, meeting)

    @rule(meeting=meetings, member=st.integers(1, 6), away=st.booleans())
    def attend(self, meeting, member, away):
        with suppress(Refused):
            if away:
                record_absence(self.bench, meeting, member, reason=AbsenceReason.DUTY)
            else:
                record_presence(self.bench, meeting, member)

    @rule(item=items, member=st.integers(1, 6), words=WORDS, level=st.none() | LEVELS)
    def speak(self, item, member, words, level):
        with suppress(Refused):
            record_opinion(self.bench, item, member, words=words, level=level)

    @rule(item=items, level=LEVELS, reason=WORDS)
    def rate(self, item, level, reason):
        with suppress(Refused):
            record_assessment(
                self.bench, item, level=level, stability=Stability.UNSTABLE, reason=reason
            )

    @rule(target=decisions, item=items, member=st.integers(1, 6), days=st.integers(-3, 60))
    def decide(self, item, member, days):
        with suppress(Refused):
            return record_decision(
                self.bench,
                item,
                text="每周联合随访1次",
                implementer_id=member,
                due_on=FIRST + timedelta(days=days),
            )
        return multiple()

    @rule(decision=decisions)
    def take_back(self, decision):
        with suppress(Refused):
            withdraw_decision(self.bench, decision, why="记错了")

    @rule(item=items)
    def carry_on(self, item):
        with suppress(Refused):
            continue_case(self.bench, item)

    @rule(item=items, reason=WORDS)
    def put_off(self, item, reason):
        with suppress(Refused):
            defer_item(self.bench, item, reason=reason)

    @rule(item=items)
    def strike_off(self, item):
        with suppress(Refused):
            remove_from_agenda(self.bench, item)

    @rule(item=items, done=st.booleans())
    def type(self, item, done):
        with suppress(Refused):
            subject = subject_of(read_item(self.bench, item).meeting_id, item)
            if done:
                discard_draft(self.bench, "live", subject)
            else:
                save_draft(self.bench, "live", subject, {"words": "写了一半"})

    @rule(meeting=meetings, outcome=st.sampled_from(TaskOutcome))
    def hear(self, meeting, outcome):
        with suppress(Refused):
            for task in list_earlier_tasks(self.bench, meeting)[:1]:
                record_task_result(
                    self.bench, task.id, outcome=outcome, note="说明", meeting_id=meeting
                )

    @rule(meeting=meetings)
    def settle_what_is_left(self, meeting):
        with suppress(Refused):
            for row in list_agenda(self.bench, meeting):
                if not row.settled:
                    defer_item(self.bench, row.id, reason="时间不够")

    @rule(meeting=meetings)
    def close(self, meeting):
        with suppress(Refused):
            made = close_meeting(self.bench, meeting, ends=time(16, 20))
            self.sealed[meeting] = made.digest

    @rule(number=st.sampled_from(["GA0101", "GA0102"]), name=st.sampled_from(["石砚", "丘迟"]))
    def correct(self, number, name):
        correct_patient(
            self.bench, self.team.patients[number], Particulars(name, "male"), why="抄错"
        )

    @rule(hours=st.integers(-50, 400))
    def let_time_pass(self, hours):
        self.clock.move(hours=hours)

    @rule()
    def reopen_the_file(self):
        before = list_meetings(self.bench)
        self.bench = reopened(self.bench)
        assert list_meetings(self.bench) == before

    @invariant()
    def the_store_is_good(self):
        findings = verify_store(self.bench)
        assert all(finding.good for finding in findings), findings

    @invariant()
    def what_was_sealed_stays_sealed(self):
        with self.bench.store.reading() as session:
            kept = dict(session.execute(sa.select(Seal.meeting_id, Seal.digest)).all())
        assert kept == self.sealed
        for meeting in self.sealed:
            assert read_meeting(self.bench, meeting).row.state == "closed"

    def teardown(self):
        self.bench.close()
        self.folder.cleanup()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
