"""Whatever is done at a meeting, in whatever order, and taken back again: it stays true."""

import json
import sys
import tempfile
from copy import deepcopy
from datetime import UTC, date, datetime, time
from pathlib import Path

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from data.codes import AbsenceReason, AgendaTier, RiskLevel, TaskOutcome
from tests.builders import NAMES, Clock, a_store, a_team, reopened
from tests.workbench.casework import a_patient, accepted, an_intake
from tests.workbench.sitting import (
    FIRST,
    SECOND,
    THIRD,
    after_october,
    confirm,
    decide,
    hear,
    rate,
    say,
)
from tests.workbench.standing import as_known, minutes_of
from workbench.agenda_order import put_back_on_agenda
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, remove_from_agenda
from workbench.audit import verify_store
from workbench.closing import close_meeting
from workbench.decisions import continue_case, defer_item, withdraw_decision
from workbench.drafts import discard_draft, save_draft, subject_of
from workbench.errors import AlreadyDiscussed, MeetingAlreadyClosed, Refused
from workbench.intake_decisions import decide_intake, propose_intake
from workbench.live import list_agenda
from workbench.meetings import record_absence, record_presence
from workbench.open_tasks import list_open_tasks
from workbench.tasks import list_earlier_tasks, record_task_result
from workbench.undo import NothingToUndo, list_undoable, undo_last
from workbench.undo_obstacles import CarriedFurther

NUMBERS = st.sampled_from([FIRST, SECOND, THIRD])
PLACES = st.integers(0, 5)
LEVELS = st.sampled_from(RiskLevel)
WORDS = st.sampled_from(["", "近一月未接到警情。", "“引号”<b>&符号", "𬭎𠅤"])
MEMBERS = st.sampled_from(list(NAMES))
OUTCOMES = st.sampled_from(TaskOutcome)
# In November nothing is overdue yet, in January everything is.
DAYS = st.sampled_from([date(2026, 11, 25), date(2027, 1, 27)])
LONG = "--full" in sys.argv
DRAFTS = "draft"


class MeetingInAnyOrder(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.bench = a_store(
            Path(self.folder.name) / "store", Clock(datetime(2026, 11, 25, 6, 30, tzinfo=UTC))
        )
        self.team = a_team(self.bench)
        self.count, self.requests = 0, 0

    @initialize(day=DAYS)
    def begin(self, day):
        self.meeting = after_october(self.bench, self.team, day)
        self.late = day > date(2026, 12, 23)
        self.closed = self.further = False
        self.decided = {}
        self.steps = []
        self.now, self.looked_at = as_known(self.bench), None
        self.refused = {}

    def teardown(self):
        self.bench.close()
        self.folder.cleanup()

    # What is done, and what becomes of it.

    def does(self, command, *, keeps=False):
        """Carry a command out, as a step that can be taken back unless it `keeps` things so."""
        before, decided = self.now, dict(self.decided)
        try:
            answer = command()
        except Refused:
            assert as_known(self.bench) == before, "a refusal changes nothing"
            return None
        assert not self.closed or keeps, "nothing is done at a closed meeting"
        self.now = as_known(self.bench)
        if not keeps:
            self.steps.append((before, decided))
        return answer

    def elsewhere(self, command):
        """Carry out what is no step of the meeting; every step before it is to keep it."""
        before = self.now
        self.does(command, keeps=True)
        for earlier, _ in self.steps:
            _carry(before[0], self.now[0], earlier[0])

    def item(self, place):
        rows = list_agenda(self.bench, self.meeting.id)
        return rows[place % len(rows)].id

    def request(self):
        self.requests += 1
        return f"r{self.requests}"

    def named(self, work):
        """A decision with words of its own, remembered once it was answered."""
        self.count += 1
        text = f"第{self.count}项决定"
        key = work(text)
        if key is not None:
            self.decided[key] = text
        return key

    # Commands about an item.

    @rule(place=PLACES, words=WORDS, level=st.none() | LEVELS)
    def speak(self, place, words, level):
        item = self.item(place)
        self.does(lambda: say(self.bench, self.team, item, words, level))

    @rule(place=PLACES, level=LEVELS, reason=WORDS)
    def rate(self, place, level, reason):
        item = self.item(place)
        self.does(lambda: rate(self.bench, item, level, reason))

    @rule(place=PLACES, twice=st.booleans())
    def decide(self, place, twice):
        item, request = self.item(place), self.request()
        again = []

        def work(text):
            key = self.does(lambda: decide(self.bench, self.team, item, text, request))
            again.append(lambda: decide(self.bench, self.team, item, text, request))
            return key

        key = self.named(work)
        if twice and key is not None:
            assert again[0]() == key
            assert as_known(self.bench) == self.now, "one request decides once"

    @rule(place=PLACES, reason=WORDS)
    def confirm(self, place, reason):
        item, request = self.item(place), self.request()

        def once():
            return confirm(self.bench, self.team, item, request, reason=reason)

        if self.does(once) is not None:
            assert once() == item
            assert as_known(self.bench) == self.now, "one request confirms once"

    @rule(number=st.sampled_from([SECOND, SECOND, FIRST, THIRD]))
    def carry_on(self, number):
        rows = {row.case_number: row for row in list_agenda(self.bench, self.meeting.id)}
        if number not in rows:
            return
        item, rated = rows[number].id, rows[number].level
        waiting = [t for t in list_earlier_tasks(self.bench, self.meeting.id) if t.is_overdue]
        if self.does(lambda: continue_case(self.bench, item)) is None:
            return
        assert number == SECOND, "the others were 3级 and have to be talked about"
        assert rated in (None, RiskLevel.AT_HOME), "it was rated otherwise by then"
        assert self.team.patients[number] not in {task.patient_id for task in waiting}

    @rule(place=PLACES, reason=WORDS)
    def put_off(self, place, reason):
        item = self.item(place)
        if self.does(lambda: defer_item(self.bench, item, reason=reason)) is not None:
            self.forget_decisions_of(item)

    @precondition(lambda self: self.decided)
    @rule(which=PLACES)
    def take_back_a_decision(self, which):
        key = list(self.decided)[which % len(self.decided)]
        kept = len(self.steps)
        self.does(lambda: withdraw_decision(self.bench, key, why="记错了"))
        if len(self.steps) > kept:
            del self.decided[key]

    # Commands about the meeting.

    @rule(member=MEMBERS, away=st.booleans())
    def attend(self, member, away):
        key = self.team.members[member]
        if away:
            self.does(
                lambda: record_absence(self.bench, self.meeting.id, key, reason=AbsenceReason.DUTY)
            )
        else:
            self.does(lambda: record_presence(self.bench, self.meeting.id, key))

    @rule(which=PLACES, outcome=OUTCOMES)
    def hear(self, which, outcome):
        waiting = len(list_earlier_tasks(self.bench, self.meeting.id))
        self.does(lambda: hear(self.bench, self.meeting, outcome, which % waiting))

    @precondition(lambda self: len(self.steps) % 3 == 1)
    @rule()
    def add_a_matter(self):
        self.does(lambda: add_matter_to_agenda(self.bench, self.meeting.id, title="取暖安全"))

    @rule(number=NUMBERS)
    def add_a_case(self, number):
        case = self.team.cases[number]
        self.does(
            lambda: add_case_to_agenda(self.bench, self.meeting.id, case, tier=AgendaTier.FOCUS)
        )

    @rule(place=PLACES, back=st.booleans())
    def strike_off(self, place, back):
        item = self.item(place)
        if len(list_agenda(self.bench, self.meeting.id)) == 1:
            return
        kept = self.does(lambda: remove_from_agenda(self.bench, item))
        if back and kept is not None:
            self.does(lambda: put_back_on_agenda(self.bench, kept))

    @precondition(lambda self: not self.further and len(self.steps) > 4)
    @rule()
    def take_somebody_in(self):
        """A patient proposed late, for whom a case is opened: that cannot be taken back."""
        intakes = []
        self.elsewhere(lambda: intakes.append(an_intake(self.bench, a_patient(self.bench))))
        item = self.does(lambda: propose_intake(self.bench, self.meeting.id, intakes[0]))
        ruling = accepted(self.team)
        if item is None:
            return
        if self.does(lambda: decide_intake(self.bench, intakes[0], item, ruling)) is not None:
            self.further = True

    # What happens beside it.

    @rule(place=PLACES, done=st.booleans())
    def type(self, place, done):
        subject = subject_of(self.meeting.id, self.item(place))
        if done:
            self.elsewhere(lambda: discard_draft(self.bench, "live", subject))
        else:
            draft = {"words": "写了一半"}
            self.elsewhere(lambda: save_draft(self.bench, "live", subject, draft))

    @precondition(lambda self: self.decided and not self.closed)
    @rule(outcome=OUTCOMES)
    def report_between_meetings(self, outcome):
        given = {task.title: task.id for task in list_open_tasks(self.bench)}
        text = next(iter(self.decided.values()))
        if text in given:
            self.further = True
            key = given[text]
            self.elsewhere(
                lambda: record_task_result(self.bench, key, outcome=outcome, note="说明")
            )

    @rule()
    def reopen_the_file(self):
        self.bench = reopened(self.bench)

    # Going back, and coming to the end.

    @precondition(lambda self: self.refused.get("undo") is not self.now)
    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            self.undo_once()

    def undo_once(self):
        before = self.now
        try:
            undo_last(self.bench, self.meeting.id)
        except Refused as refusal:
            refused = type(refusal)
        else:
            refused = None
        if refused is not None:
            assert as_known(self.bench) == before
            assert refused in self.stuck(), refused
            self.refused["undo"] = self.now
            return
        stood, self.decided = self.steps.pop()
        self.now = as_known(self.bench)
        assert self.now[0] == stood[0], "every fact is as it was"
        assert _without_drafts(self.now[1]) == _without_drafts(stood[1])

    def stuck(self):
        """Why nothing may go back any more."""
        if self.closed:
            return {MeetingAlreadyClosed}
        if not self.steps:
            return {NothingToUndo}
        return {AlreadyDiscussed} | ({CarriedFurther} if self.further else set())

    @precondition(lambda self: len(self.steps) > 5)
    @rule(close=st.booleans())
    def settle_what_is_left(self, close):
        for row in list_agenda(self.bench, self.meeting.id):
            if not row.settled:
                self.does(lambda item=row.id: defer_item(self.bench, item, reason="时间不够"))
                self.forget_decisions_of(row.id)
            subject = subject_of(self.meeting.id, row.id)
            self.elsewhere(lambda subject=subject: discard_draft(self.bench, "live", subject))
        if close:
            self.close()

    @precondition(lambda self: self.refused.get("close") is not self.now)
    @rule()
    def close(self):
        rows = list_agenda(self.bench, self.meeting.id)
        before = self.now
        try:
            close_meeting(self.bench, self.meeting.id, ends=time(18, 20))
        except Refused:
            assert as_known(self.bench) == before
            self.refused["close"] = self.now
            return
        assert all(row.settled for row in rows), "no case without a conclusion"
        assert not any(row.has_draft for row in rows)
        self.closed, self.steps = True, []
        self.now = as_known(self.bench)

    def forget_decisions_of(self, item):
        with self.bench.store.reading() as session:
            query = sa.text("SELECT root_id FROM decision WHERE item_id = :item")
            gone = set(session.scalars(query.bindparams(item=item)))
        self.decided = {key: text for key, text in self.decided.items() if key not in gone}

    # What is true at every moment.

    @invariant()
    def every_step_can_be_named(self):
        named = list_undoable(self.bench, self.meeting.id)
        assert len(named) == len(self.steps)
        assert all(step.sentence for step in named)

    @invariant()
    def no_decision_is_lost_and_none_comes_twice(self):
        if self.now is self.looked_at:
            return
        self.looked_at = self.now
        minutes = json.dumps(minutes_of(self.bench, self.meeting.id), ensure_ascii=False)
        for number in range(1, self.count + 1):
            text = f"第{number}项决定"
            assert (text in minutes) == (text in self.decided.values()), text
        titles = [task.title for task in list_open_tasks(self.bench)]
        assert all(titles.count(text) <= 1 for text in self.decided.values())

    @invariant()
    def the_store_is_good(self):
        if self.closed:
            assert all(finding.good for finding in verify_store(self.bench))


def _carry(before, now, earlier):
    """Let an earlier state have what changed beside the meeting since."""
    for key in before.keys() | now.keys():
        if before.get(key) != now.get(key):
            if key in now:
                earlier[key] = deepcopy(now[key])
            else:
                earlier.pop(key, None)


def _without_drafts(rows):
    return {name: found for name, found in rows.items() if name != DRAFTS}


TestMeetingInAnyOrder = MeetingInAnyOrder.TestCase
TestMeetingInAnyOrder.settings = settings(
    max_examples=200 if LONG else 8, stateful_step_count=40 if LONG else 25, deadline=None
)
