"""What the sheet of all cases and the sheet of cases against people say of the records."""

from datetime import date

import pytest
from sqlalchemy import event

from data.canonical import canonical
from data.codes import AbsenceReason, AgendaTier, CaseKind, RiskLevel, Sex
from data.models.meetings import Meeting
from forms.matrix import MATRIX
from forms.summary import SUMMARY
from tests.builders import a_closed_meeting, a_running_meeting, settle
from tests.workbench.register import a_moment
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.cases import Entry, open_case_management
from workbench.decisions import defer_item, record_decision
from workbench.meetings import record_absence
from workbench.paperwork.matrix import matrix_answers
from workbench.paperwork.places import _WORDS
from workbench.paperwork.summary import summary_answers
from workbench.patients import Particulars, register_patient

OCTOBER = date(2026, 10, 28)


def answers(bench, meeting, fill_in=summary_answers, **more):
    with bench.store.reading() as session:
        return fill_in(session, session.get_one(Meeting, meeting.id), **more)


@pytest.mark.parametrize(
    ("form", "fill_in"), [(SUMMARY, summary_answers), (MATRIX, matrix_answers)]
)
def test_the_sheets_answer_every_field_and_no_other(bench, meeting, form, fill_in):
    fields = {field.key for field in form.fields()}
    assert set(answers(bench, meeting, fill_in)) == fields
    assert fields <= set(_WORDS)


def test_each_case_says_what_became_of_its_level(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    first, second, third = november.items.values()
    settle(bench, team, first, RiskLevel.PERSISTENT, reason="加重")
    settle(bench, team, second, RiskLevel.AT_HOME, reason="好转")
    settle(bench, team, third, RiskLevel.ANYWHERE)
    said = answers(bench, november)
    levels = [(c["previous_level"], c["level"], c["change"]) for c in said["cases"]]
    assert levels == [(3, 4, "升1级"), (3, 2, "降1级"), (3, 3, "不变")]
    assert [(c["new"], c["rising"]) for c in said["cases"]] == [
        (True, True),
        (True, False),
        (False, False),
    ]
    counted = {key: said[key] for key in ("rated", "raised", "lowered", "kept", "first")}
    assert counted == {"rated": 3, "raised": 1, "lowered": 1, "kept": 1, "first": 0}
    assert canonical(said)


def test_decisions_of_a_case_stand_in_one_sentence_with_the_first_day(bench, team, meeting):
    item = meeting.items["GA0101"]
    settle(bench, team, item, RiskLevel.ANYWHERE)
    record_decision(
        bench,
        item,
        text="补签监护协议。",
        implementer_id=team.members["皮桂香"],
        due_on=date(2026, 12, 2),
    )
    case = answers(bench, meeting)["cases"][0]
    assert case["decisions"] == "每周联合随访1次；补签监护协议。"
    assert case["implementers"] == ["亓文涛", "皮桂香"]
    assert (case["due_on"], case["change"], case["case_number"]) == ("2026-12-02", "新评", "GA0101")


def test_a_case_put_off_is_listed_but_not_counted_and_not_to_be_signed(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    defer_item(bench, meeting.items["GA0102"], reason="监护人未到会")
    add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    said = answers(bench, meeting)
    assert (said["rated"], said["first"], len(said["cases"])) == (1, 1, 3)
    put_off = said["cases"][1]
    assert (put_off["level"], put_off["change"], put_off["due_on"]) == (None, "", "")
    assert put_off["decisions"] == "暂缓议：监护人未到会。"
    rated = answers(bench, meeting, matrix_answers)["cases"]
    assert [(c["name"], c["level"]) for c in rated] == [("石䶮", 3)]
    assert rated[0]["key"] == f"item:{meeting.items['GA0101']}"


@pytest.mark.parametrize("fill_in", [summary_answers, matrix_answers])
def test_everybody_expected_signs_under_a_short_word(bench, team, meeting, fill_in):
    village = team.members["皮桂香"]
    record_absence(bench, meeting.id, village, reason=AbsenceReason.SICK)
    signers = answers(bench, meeting, fill_in)["signers"]
    assert [s["role"] for s in signers] == ["组长", "精防", "精神科", "民警", "村居干部", "民政"]
    assert signers[4]["absent"] == "病假"
    assert signers[4]["key"] == f"member:{village}"


def test_what_was_known_at_a_moment_reads_the_same_later(bench, team, meeting, clock):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    at = a_moment(clock)
    sealed = answers(bench, meeting, at=at)
    settle(bench, team, meeting.items["GA0102"], RiskLevel.AT_HOME)
    assert answers(bench, meeting) != sealed
    assert answers(bench, meeting, at=at) == sealed


@pytest.mark.parametrize("fill_in", [summary_answers, matrix_answers])
def test_more_cases_take_no_more_queries(bench, team, meeting, fill_in):
    few = queries(bench, meeting, fill_in)
    for number in range(1, 13):
        particulars = Particulars(f"乜{number}", Sex.FEMALE, None, "柳溪村", "双相障碍")
        patient = register_patient(bench, particulars)
        entry = Entry(f"GB{number:04d}", CaseKind.UNSTABLE, team.members["穆青禾"])
        case = open_case_management(bench, patient, entry)
        settle(bench, team, add_case_to_agenda(bench, meeting.id, case, tier=AgendaTier.ROUND), 2)
    assert queries(bench, meeting, fill_in) <= few + 1


def queries(bench, meeting, fill_in):
    seen = []
    with bench.store.reading() as session:
        kept = session.get_one(Meeting, meeting.id)
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *args: seen.append(args[2]))
        fill_in(session, kept)
    return len(seen)
