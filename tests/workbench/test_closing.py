"""Closing a meeting fixes what it decided, for good."""

from datetime import date, time

import pytest
import sqlalchemy as sa

from data import audit
from data.canonical import digest
from data.codes import MeetingState, RiskLevel, SheetKind
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from forms.minutes import MINUTES
from tests.builders import (
    a_closed_meeting,
    a_planned_meeting,
    a_running_meeting,
    settle,
    settle_all,
)
from workbench import closing
from workbench.assessments import record_opinion
from workbench.audit import verify_store
from workbench.closing import close_meeting
from workbench.decisions import defer_item
from workbench.drafts import discard_draft, save_draft, subject_of
from workbench.errors import (
    ChangedMeanwhile,
    EndsBeforeBeginning,
    MeetingAlreadyClosed,
    MeetingNotInSession,
    OpenDrafts,
    ReasonNeeded,
    UndecidedItems,
)
from workbench.meetings import list_meetings, read_meeting
from workbench.paper_settings import PaperKey, set_paper_setting
from workbench.paperwork.subjects import of_meeting
from workbench.sealing import seal_document
from workbench.signature_errors import SealedAtClose
from workbench.signatures import list_sheets

END = time(16, 20)


def close(bench, meeting, ends=END):
    return close_meeting(bench, meeting.id, ends=ends)


def is_open(bench):
    return list_meetings(bench)[0].state is MeetingState.IN_SESSION


def test_a_meeting_with_undecided_cases_stays_open_and_names_them(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    with pytest.raises(UndecidedItems, match="还有2项没有结论：GA0102、GA0103"):
        close(bench, meeting)
    assert is_open(bench)


def test_a_deferred_case_counts_as_decided(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    for number in ("GA0102", "GA0103"):
        defer_item(bench, meeting.items[number], reason="下次再议")
    close(bench, meeting)
    assert list_meetings(bench)[0].state is MeetingState.CLOSED


def test_a_meeting_with_an_open_draft_stays_open(bench, team, meeting):
    settle_all(bench, team, meeting)
    subject = subject_of(meeting.id, meeting.items["GA0102"])
    save_draft(bench, "live", subject, {"words": "还在写"})
    with pytest.raises(OpenDrafts, match="GA0102") as caught:
        close(bench, meeting)
    assert "没有丢失" in caught.value.safe
    discard_draft(bench, "live", subject)
    close(bench, meeting)


def test_drafts_of_another_meeting_do_not_hold_this_one_up(bench, team):
    october = a_running_meeting(bench, team, date(2026, 10, 28))
    november = a_running_meeting(bench, team)
    subject = subject_of(november.id, november.items["GA0101"])
    save_draft(bench, "live", subject, {"words": "十一月的"})
    settle_all(bench, team, october)
    close(bench, october)


def test_an_opinion_given_after_the_rating_may_still_call_for_a_reason(bench, team, meeting):
    settle_all(bench, team, meeting)
    item = meeting.items["GA0103"]
    record_opinion(bench, item, team.members["皮桂香"], words="没事", level=RiskLevel.NONE)
    with pytest.raises(ReasonNeeded, match="GA0103：各方意见相差3级"):
        close(bench, meeting)
    assert is_open(bench)


def test_a_meeting_cannot_end_before_it_began(bench, team, meeting):
    settle_all(bench, team, meeting)
    with pytest.raises(EndsBeforeBeginning):
        close(bench, meeting, time(9, 0))


def test_only_a_meeting_in_session_is_closed_and_only_once(bench, team):
    closed = a_closed_meeting(bench, team)
    with pytest.raises(MeetingAlreadyClosed):
        close(bench, closed)


def test_a_planned_meeting_cannot_be_closed(bench, team):
    with pytest.raises(MeetingNotInSession):
        close(bench, a_planned_meeting(bench, team))


def test_the_seal_holds_exactly_what_was_printed(bench, team, meeting):
    settle_all(bench, team, meeting)
    with bench.store.reading() as session:
        head = audit.head(session)
    made = close(bench, meeting)
    with bench.store.reading() as session:
        seal = session.scalars(sa.select(Seal).where(Seal.form == MINUTES.code)).one()
    assert seal.digest == digest(seal.answers) == made.digest
    assert seal.audit_head == head
    assert seal.pdf.startswith(b"%PDF")
    details = read_meeting(bench, meeting.id)
    assert (details.digest, details.audit_head, details.ends) == (made.digest, head, END)


def test_everyone_who_signs_has_a_place_on_a_page(bench, team, meeting):
    settle_all(bench, team, meeting)
    close(bench, meeting)
    with bench.store.reading() as session:
        sheet = session.scalars(sa.select(Sheet).where(Sheet.kind == SheetKind.MINUTES)).one()
        of_it = sa.select(SheetPage.page).where(SheetPage.sheet_id == sheet.id)
        pages = list(session.scalars(of_it))
        places = sa.select(Slot, Member.name).join(Member).where(Slot.sheet_id == sheet.id)
        slots = list(session.execute(places))
    assert pages == list(range(1, len(pages) + 1))
    assert {(slot.part, name) for slot, name in slots} == {
        ("chair", "龚砚秋"),
        ("recorder", "穆青禾"),
        ("checker", "闻人澜"),
        ("checker", "亓文涛"),
    }
    assert len(slots) == 4
    for slot, _ in slots:
        assert slot.sheet_id == sheet.id
        assert slot.page in pages
        assert slot.width >= 25
        assert slot.height >= 12
        assert 0 < slot.x < 190
        assert 0 < slot.y < 277


def test_something_written_while_the_pages_are_drawn_is_drawn_too(
    bench, team, meeting, monkeypatch
):
    settle_all(bench, team, meeting)
    draw, spoken = closing.draw_pdf, []

    def draw_slowly(*arguments):
        if not spoken:
            spoken.append(True)
            record_opinion(
                bench, meeting.items["GA0101"], team.members["皮桂香"], words="等一下再补一句"
            )
        return draw(*arguments)

    monkeypatch.setattr(closing, "draw_pdf", draw_slowly)
    close(bench, meeting)
    with bench.store.reading() as session:
        sealed = session.scalars(sa.select(Seal).where(Seal.form == MINUTES.code)).one()
    assert "等一下再补一句" in sealed.answers


def test_what_is_signed_for_each_case_is_sealed_with_the_minutes(bench, team, meeting):
    settle_all(bench, team, meeting)
    close(bench, meeting)
    rows = list_sheets(bench, meeting.id)
    assert [row.form for row in rows] == ["JL", "HZ", "PG", "PG", "PG"]
    assert [row.subject.key for row in rows[2:]] == list(meeting.items.values())
    assert {row.places for row in rows[1:]} == {len(team.members), len(team.members) + 1}


def test_what_is_sealed_at_the_close_is_the_units_own_choice(bench, team, meeting):
    settle_all(bench, team, meeting)
    set_paper_setting(bench, "PG", PaperKey.AT_CLOSE, value=False)
    set_paper_setting(bench, "JZ", PaperKey.AT_CLOSE, value=True)
    set_paper_setting(bench, "JL", PaperKey.AT_CLOSE, value=False)
    close(bench, meeting)
    assert [row.form for row in list_sheets(bench, meeting.id)] == ["JL", "HZ", "JZ"]


def test_closing_tells_how_many_papers_are_drawn(bench, team, meeting):
    settle_all(bench, team, meeting)
    heard = []
    close_meeting(bench, meeting.id, ends=END, progress=lambda *told: heard.append(told))
    assert heard == [(number, 5) for number in range(5)]


def test_a_meeting_that_never_comes_to_rest_is_not_sealed(bench, team, meeting, monkeypatch):
    settle_all(bench, team, meeting)
    draw = closing.draw_pdf

    def draw_while_others_talk(*arguments):
        record_opinion(bench, meeting.items["GA0101"], team.members["皮桂香"], words="又一句")
        return draw(*arguments)

    monkeypatch.setattr(closing, "draw_pdf", draw_while_others_talk)
    with pytest.raises(ChangedMeanwhile):
        close(bench, meeting)
    assert is_open(bench)


def test_a_refusal_to_close_is_recorded(bench, meeting):
    with pytest.raises(UndecidedItems):
        close(bench, meeting)
    with bench.store.reading() as session:
        last = session.scalars(sa.select(audit.AuditRow).order_by(audit.AuditRow.id.desc())).first()
    assert (last.action, last.outcome) == ("close_meeting", "refused")


def test_a_paper_that_closing_will_seal_is_not_sealed_before(bench, team, meeting):
    settle_all(bench, team, meeting)
    with pytest.raises(SealedAtClose, match=r"个案会议记录.*结束会议时封存"):
        seal_document(bench, "JL", of_meeting(meeting.id))
    close(bench, meeting)
    assert [row.version for row in list_sheets(bench, meeting.id)] == [1] * 5


def test_a_paper_sealed_before_the_close_gets_its_next_version(bench, team, meeting):
    settle_all(bench, team, meeting)
    first = seal_document(bench, "JZ", of_meeting(meeting.id))
    set_paper_setting(bench, "JZ", PaperKey.AT_CLOSE, value=True)
    close(bench, meeting)
    rows = [row for row in list_sheets(bench, meeting.id) if row.form == "JZ"]
    assert [(row.version, row.void_on is None) for row in rows] == [(1, False), (2, True)]
    assert rows[0].id == first
    assert all(finding.good for finding in verify_store(bench))
