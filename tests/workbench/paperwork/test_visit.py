"""What the record of one visit says of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.codes import VisitForm
from data.visit_codes import DangerousAct, FormVersion, LostReason, PersonSeen
from forms.visit import VISIT
from tests.workbench.paperwork.visits import ON, a_full_visit
from tests.workbench.register import FULL, GUARDIAN, a_moment
from workbench.errors import NotFound
from workbench.guardians import name_guardian
from workbench.paperwork.visit import visit_answers, visit_identity, visit_lists
from workbench.patients import correct_patient, register_patient
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.visits import correct_visit, record_visit


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


@pytest.fixture
def visit(bench, patient):
    return a_full_visit(bench, patient)


def answers(bench, visit_id, at=None, **more):
    with bench.store.reading() as session:
        return visit_answers(session, visit_id, at, **more)


def a_visit(bench, patient, **given):
    return record_visit(
        bench, patient, visited_on=ON, form=VisitForm.PHONE, answers=VisitAnswers(**given)
    )


def test_every_field_is_answered_and_no_other(bench, visit):
    said = answers(bench, visit)
    assert set(said) - {"lists"} == {field.key for field in VISIT.fields()}
    assert canonical(said)


def test_it_says_whose_visit_it_was_and_when(bench, visit, patient):
    correct_patient(bench, patient, FULL, why="补录")
    said = answers(bench, visit)
    assert (said["unit"], said["name"], said["visited_on"]) == (
        "云栖镇卫生院",
        "石䶮",
        "2026-11-17",
    )
    assert (said["number_area"], said["number_serial"]) == ("001", "00007")
    assert (said["form"], said["rated"], said["stability"]) == ("2", "3", "1")


def test_answers_are_the_numbers_of_the_form_with_words_in_their_blanks(bench, visit):
    said = answers(bench, visit)
    assert said["seen"] == ["1", "2"]
    assert said["symptoms"] == {"chosen": ["3", "12"], "words": {"12": "夜里来回走动"}}
    assert said["lab_check"] == {"chosen": ["2"], "words": {"2": "血糖正常"}}
    assert said["reaction"] == {"chosen": ["2"], "words": {"2": "嗜睡/镇静；白天起不来"}}
    assert said["referred"] == {
        "chosen": ["2"],
        "words": {"2": ["断药后加重", "云栖县精神病院"]},
    }
    assert (said["insight"], said["adherence"], said["productive_work"]) == ("3", "2", "9")


def test_what_was_not_answered_stays_open(bench, visit):
    said = answers(bench, visit)
    assert (said["diet"], said["hospital_stay"], said["discharged_on"]) == ("", "", None)
    assert said["died_on"] is None


def test_acts_that_did_not_happen_are_nought_once_somebody_asked(bench, patient, visit):
    acts = answers(bench, visit)["acts"]
    assert acts["chosen"] == ["1", "4"]
    assert acts["words"] == {"1": "1", "2": "0", "3": "0", "4": "2", "5": "0", "6": "0"}
    unasked = a_visit(bench, patient)
    assert answers(bench, unasked)["acts"] == {"chosen": [], "words": {}}


def test_an_older_form_keeps_its_own_numbers(bench, patient):
    old = a_visit(
        bench,
        patient,
        form_version=FormVersion.V2011,
        acts={DangerousAct.NONE: 0},
    )
    said = answers(bench, old)
    assert said["acts"]["chosen"] == ["6"]
    labels = [row["label"] for row in said["lists"]["acts"]]
    assert labels[3:] == ["自伤＿＿次", "自杀未遂＿＿次", "无"]
    assert [row["code"] for row in said["lists"]["stabilities"]] == ["0", "1", "2", "3"]


def test_medicines_stand_as_they_are_taken_and_as_they_were_advised(bench, visit):
    said = answers(bench, visit)
    assert said["taken"] == [{"name": "奥氮平", "usage": "用法：每日1次，每次剂量10\u00a0mg"}]
    assert said["advised"] == [{"name": "奥氮平", "usage": "晚10\u00a0mg"}]
    assert said["long_acting"] == []


def test_the_doctor_on_the_team_and_the_patient_sign(bench, team, patient, visit):
    said = answers(bench, visit)
    assert said["doctor"] == {"key": f"doctor:{team.members['穆青禾']}", "name": "穆青禾"}
    assert said["witness"] == {"key": f"patient:{patient}", "name": "石䶮"}


def test_the_guardian_signs_where_only_the_family_was_seen(bench, patient):
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    visit = a_visit(bench, patient, seen=(PersonSeen.FAMILY,), doctor="谈未来")
    said = answers(bench, visit)
    assert said["witness"] == {"key": f"guardian:{guardian}", "name": "石守田"}
    assert said["doctor"] == {"key": "", "name": "谈未来"}


def test_who_was_not_found_is_signed_for_by_nobody(bench, patient):
    visit = a_visit(bench, patient, lost_reason=LostReason.MISSING)
    said = answers(bench, visit)
    assert said["lost_reason"] == {"chosen": ["3"], "words": {}}
    assert said["witness"] == {"key": "", "name": ""}


def test_what_the_form_has_no_room_for_is_told_on_request_with_numbers_masked(bench, visit):
    assert answers(bench, visit)["more"] == []
    more = {row["item"]: row["words"] for row in answers(bench, visit, more=True)["more"]}
    assert more["随访情况"] == "猜疑邻居议论自己"
    assert more["分类理由"] == "断药"
    assert more["通知联系部门"] == "是；公安\u2002亓文涛\u2002139****0004"


def test_a_visit_belongs_to_the_case_that_was_open_on_its_day(bench, patient, clock):
    assert answers(bench, a_visit(bench, patient))["case_number"] == ""
    clock.move(days=1)
    later = record_visit(
        bench, patient, visited_on=date(2026, 11, 25), form=VisitForm.PHONE, level=None
    )
    assert answers(bench, later)["case_number"] == "GA0101"


def test_a_visit_reads_later_as_it_read_then(bench, visit, clock):
    moment, before = a_moment(clock), answers(bench, visit)
    record = VisitRecord(visited_on=ON, form=VisitForm.PHONE)
    correct_visit(bench, visit, record, why="记错")
    assert answers(bench, visit) != before
    assert answers(bench, visit, moment) == before


def test_a_number_that_is_no_eight_digits_stands_whole(bench):
    given = FULL.__class__(**{**vars(FULL), "id_number": None, "file_number": "乙-12"})
    patient = register_patient(bench, given)
    said = answers(bench, a_visit(bench, patient))
    assert (said["number_area"] + said["number_serial"]) == "乙12"


def test_a_visit_that_never_was_is_refused(bench):
    with pytest.raises(NotFound):
        answers(bench, 99)


def test_a_blank_record_offers_the_options_of_its_version():
    lists = visit_lists()
    assert [row["label"] for row in lists["functions"]] == ["良好", "一般", "较差"]
    assert lists["work"][-1] == {"code": "9", "label": "不适用"}
    assert lists["levels"][3] == {"code": "3", "label": "（3级）"}


def test_overleaf_the_record_says_whose_visit_and_when(bench, visit):
    assert visit_identity(answers(bench, visit)) == ("石䶮", "随访日期 2026-11-17")
