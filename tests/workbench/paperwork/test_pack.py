"""Everything that is handed out before a meeting, in one run."""

import pytest

from data.codes import AgendaTier
from data.models.papers import PrintRun
from tests.builders import a_planned_meeting
from workbench.agenda_order import move_to_tier
from workbench.agendas import remove_from_agenda
from workbench.errors import EmptyAgenda
from workbench.paperwork.documents import preview_documents
from workbench.paperwork.pack import read_pack
from workbench.printing import CopiesUnclear, record_prints
from workbench.sealing import seal_document


def test_agenda_sheet_promises_and_a_brief_for_each_case_talked_about(bench, team):
    meeting = a_planned_meeting(bench, team)
    move_to_tier(bench, meeting.items["GA0102"], tier=AgendaTier.ROUND)
    pack = read_pack(bench, meeting.id)
    assert pack.title.endswith("·会前包")
    items = [subject.key for _, subject in pack.papers[3:]]
    assert items == [meeting.items["GA0101"], meeting.items["GA0103"]]
    assert [subject.key for _, subject in pack.papers[:3]] == [meeting.id] * 3
    drawn = preview_documents(bench, pack.papers)
    assert len(drawn.pages) == 5
    assert all(drawn.pages)


def test_the_sign_in_sheet_is_sealed_once(bench, team):
    meeting = a_planned_meeting(bench, team)
    (sheet,) = read_pack(bench, meeting.id).to_seal
    seal_document(bench, *sheet)
    assert read_pack(bench, meeting.id).to_seal == ()


def test_an_empty_agenda_has_no_pack(bench, team):
    meeting = a_planned_meeting(bench, team)
    for item in meeting.items.values():
        remove_from_agenda(bench, item)
    with pytest.raises(EmptyAgenda):
        read_pack(bench, meeting.id)


def test_each_paper_of_a_pack_is_counted_as_printed(bench, team):
    meeting = a_planned_meeting(bench, team)
    printed = [(*paper, 2) for paper in read_pack(bench, meeting.id).papers]
    with pytest.raises(CopiesUnclear):
        record_prints(bench, printed, copies=0)
    record_prints(bench, printed, copies=9)
    with bench.store.reading() as session:
        runs = [(run.form, run.pages, run.copies) for run in session.query(PrintRun)]
    assert runs == [(form, 2, 9) for form, _, _ in printed]
