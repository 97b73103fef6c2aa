"""What the team knew at a moment, and what held on a day, after any history."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import audit
from data.codes import Outcome, VisitForm
from data.facts import RevisionTaken, Written, held, known
from data.models.patients import Patient
from data.models.visits import Visit
from tests.builders import Clock, a_store

START = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(6)]

ENTRY = st.tuples(st.just("enter"), st.sampled_from(DAYS), st.integers(-40, 40))
CORRECTION = st.tuples(st.just("correct"), st.sampled_from(DAYS), st.integers(-40, 40))
WITHDRAWAL = st.tuples(st.just("withdraw"), st.integers(0, 9), st.integers(-40, 40))
HISTORIES = st.lists(
    st.tuples(st.one_of(ENTRY, CORRECTION, WITHDRAWAL), st.integers(0, 9)), max_size=12
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    bench = a_store(tmp_path_factory.mktemp("facts") / "store", Clock(START))
    yield bench.store
    bench.close()


def replay(session, patient, history):
    """Carry the history out; return every revision as it was written, in order."""
    now, revisions = START, []
    for place, ((kind, on, minutes), which) in enumerate(history):
        now += timedelta(minutes=minutes)  # the clock may be set back
        written = Written(audit.next_moment(session, now), 1)
        audit.append(session, written.at, 1, kind, Outcome.DONE, {})
        newest = {r.root_id: r for r in revisions}
        target = list(newest.values())[which % len(newest)] if newest else None
        if kind == "enter" or target is None:
            day = on if isinstance(on, date) else DAYS[0]
            row = Visit.enter(
                session,
                written,
                patient_id=patient,
                true_from=day,
                form=VisitForm.HOME,
                words=str(place),
            )
        elif kind == "correct":
            row = target.correct(session, written, {"true_from": on, "words": str(place)}, "抄错")
        else:
            row = target.withdraw(session, written, "另一个人的记录")
        revisions.append(row)
    return revisions


def known_by_hand(revisions, moment):
    """The last revision of each root written up to a moment, unless it withdraws the fact."""
    last = {r.root_id: r for r in revisions if moment is None or r.written_at <= moment}
    return {root: r for root, r in last.items() if not r.withdrawn}


@settings(max_examples=80)
@given(history=HISTORIES)
def test_every_date_is_answered_right_after_any_history(store, history):
    with store.reading() as session:
        session.add(patient := Patient(registered_on=DAYS[0]))
        session.flush()
        revisions = replay(session, patient.id, history)
        moments = [r.written_at for r in revisions]
        asked = [None, START - timedelta(days=9), *moments]
        asked += [moment - timedelta(microseconds=1) for moment in moments]
        for moment in asked:
            rows = list(session.scalars(known(Visit, moment).where(Visit.patient_id == patient.id)))
            right = known_by_hand(revisions, moment)
            assert {r.root_id: r.id for r in rows} == {root: r.id for root, r in right.items()}
            for day in [DAYS[0] - timedelta(days=1), *DAYS]:
                begun = [r for r in right.values() if r.true_from <= day]
                best = sorted(begun, key=lambda r: (r.true_from, r.root_id))
                assert held(rows, day) == (best[-1] if best else None)


@settings(max_examples=40)
@given(history=HISTORIES)
def test_a_clock_set_back_never_reorders_what_was_written(store, history):
    with store.reading() as session:
        session.add(patient := Patient(registered_on=DAYS[0]))
        session.flush()
        moments = [r.written_at for r in replay(session, patient.id, history)]
        assert moments == sorted(set(moments))


def test_two_corrections_of_the_same_revision_collide(bench, team):
    with bench.store.reading() as session:
        first = session.scalars(known(Visit)).first()
        written = Written(START, 1)
        first.correct(session, written, {"words": "一人更正"})
        with pytest.raises(RevisionTaken):
            first.correct(session, written, {"words": "另一人也更正"})


def test_a_correction_keeps_what_it_does_not_change_and_says_why(bench, team):
    with bench.store.reading() as session:
        first = session.scalars(known(Visit)).first()
        next_one = first.correct(session, Written(START, 1), {"words": "更正"}, "抄错一行")
        assert (next_one.root_id, next_one.revision) == (first.root_id, 2)
        assert (next_one.level, next_one.patient_id) == (first.level, first.patient_id)
        assert next_one.why == "抄错一行"


def test_many_facts_entered_at_once_read_like_those_entered_one_by_one(bench):
    written = Written(bench.now(), 1)
    with bench.store.writing() as session:
        session.add(patient := Patient(registered_on=DAYS[0]))
        session.flush()
        said = {"patient_id": patient.id, "form": VisitForm.HOME}
        one = Visit.enter(session, written, true_from=DAYS[0], words="0", **said)
        Visit.enter_all(session, written, [])
        rows = [{"true_from": day, "words": str(n), **said} for n, day in enumerate(DAYS[1:], 1)]
        Visit.enter_all(session, written, rows)
    with bench.store.reading() as session:
        facts = list(session.scalars(known(Visit).order_by(Visit.id)))
    assert [fact.words for fact in facts] == [str(n) for n in range(len(DAYS))]
    assert [fact.root_id for fact in facts] == [fact.id for fact in facts]
    assert facts[0].id == one.id
    stamps = {(f.revision, f.written_at, f.written_by, f.why, f.withdrawn) for f in facts}
    assert stamps == {(1, written.at, 1, "", False)}
