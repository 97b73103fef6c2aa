"""What the signed sheet of one rating, and the guardian's copy, say of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.clinical_codes import Adherence, Insight
from data.codes import AbsenceReason, RiskLevel, VisitForm
from data.models.agendas import AgendaItem
from data.register_codes import FlagKind, GuardianState
from data.visit_codes import DangerousAct, LabCheck, PersonSeen, Symptom
from forms.assessment import ASSESSMENT
from forms.guardian_copy import GUARDIAN_COPY
from tests.builders import a_closed_meeting, a_running_meeting, settle
from tests.workbench.casework import psychiatrist
from tests.workbench.register import FULL, a_moment, fill
from workbench.agendas import add_matter_to_agenda
from workbench.annotations import write_annotation
from workbench.assessments import record_opinion
from workbench.decisions import defer_item
from workbench.errors import NoRatingForMatters
from workbench.events import Happened, record_incident
from workbench.flags import Flagged, record_flag
from workbench.guardians import end_guardianship
from workbench.meetings import record_absence
from workbench.paperwork.assessment import assessment_answers, assessment_identity
from workbench.paperwork.guardian_copy import guardian_copy_answers
from workbench.paperwork.places import _WORDS
from workbench.patients import correct_patient
from workbench.rules.visit_answers import VisitAnswers
from workbench.tasks import list_earlier_tasks, name_task_partner
from workbench.visits import record_visit

OCTOBER = date(2026, 10, 28)
SEEN = VisitAnswers(
    seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
    symptoms=(Symptom.SUSPICION, Symptom.TALKING_TO_SELF),
    insight=Insight.ABSENT,
    acts={DangerousAct.MINOR: 2},
    adherence=Adherence.INTERMITTENT,
    lab_check=LabCheck.DONE,
    lab_words="血糖6.3",
    doctor="穆青禾",
)


def answers(bench, item, fill_in=assessment_answers, **more):
    with bench.store.reading() as session:
        return fill_in(session, session.get_one(AgendaItem, item), **more)


def rows(said, topic):
    return [
        (row["words"], row["on"], row["source"]) for row in said["facts"] if row["topic"] == topic
    ]


@pytest.fixture
def item(meeting):
    return meeting.items["GA0101"]


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


@pytest.fixture
def seen(bench, patient):
    """A visit within the time that is looked at, with much on record."""
    return record_visit(
        bench,
        patient,
        visited_on=date(2026, 11, 17),
        form=VisitForm.HOME,
        level=RiskLevel.ANYWHERE,
        words="夜里睡得少",
        answers=SEEN,
    )


@pytest.mark.parametrize(
    ("form", "fill_in"),
    [(ASSESSMENT, assessment_answers), (GUARDIAN_COPY, guardian_copy_answers)],
)
def test_the_sheet_answers_every_field_and_no_other(bench, item, form, fill_in):
    fields = {field.key for field in form.fields()}
    assert set(answers(bench, item, fill_in)) == {*fields, "lists"}
    assert fields <= set(_WORDS)


def test_every_option_list_a_field_names_is_there(bench, item):
    lists = answers(bench, item)["lists"]
    assert {f.options for f in ASSESSMENT.fields() if f.options} <= set(lists)
    assert [row["label"] for row in lists["stabilities"]] == ["稳定", "基本稳定", "不稳定"]


def test_the_answers_have_a_canonical_form(bench, team, item, seen):
    settle(bench, team, item, RiskLevel.ANYWHERE)
    assert canonical(answers(bench, item))


def test_a_patient_of_whom_little_is_known_has_empty_answers_and_never_a_zero(bench, meeting):
    said = answers(bench, meeting.items["GA0103"])
    assert (said["guardian"], said["previous"], said["clinical"], said["level"]) == (None,) * 4
    assert said["id_number"] == said["phone"] == said["police_listed"] == said["key_patient"] == ""
    assert {row["words"] for row in said["facts"]} == {""}
    assert len(said["facts"]) == 7


def test_numbers_are_shown_by_their_ends(bench, patient, item):
    correct_patient(bench, patient, FULL, why="补全")
    fill(bench, patient)
    said = answers(bench, item)
    assert said["id_number"] == f"990***********{FULL.id_number[-4:]}"
    assert said["phone"] == "139****0001"


def test_the_head_says_who_where_and_how_often_in_case_management(bench, patient, item):
    correct_patient(bench, patient, FULL, why="补全")
    fill(bench, patient)
    record_flag(bench, patient, Flagged(date(2025, 3, 11), FlagKind.POLICE_LISTED, holds=True))
    said = answers(bench, item)
    assert said["number"] == "2026-01-01"
    assert (said["name"], said["sex_and_age"]) == ("石䶮", "男\u300046岁")
    assert (said["hospital"], said["address"]) == ("云栖县精神病院", "梧桐村3组17号")
    assert said["case_kind"] == "高风险（第1次入组）"
    assert said["guardian"] == {"name": "石守田", "post": "父亲"}
    assert said["police_listed"] == "是（2025-03-11起）"
    assert said["case_manager"] == "穆青禾"


def test_recent_facts_each_have_their_day_and_source(bench, patient, item, seen):
    incident = Happened(
        date(2026, 11, 14), DangerousAct.OFFENCE, "推倒摊位", "集市", "网格员", police_informed=True
    )
    record_incident(bench, patient, incident)
    said = answers(bench, item)
    assert rows(said, "危险行为") == [
        ("肇事：推倒摊位；集市", "2026-11-14", "网格员"),
        ("轻度滋事2次", "2026-11-17", "随访\u3000穆青禾"),
    ]
    assert rows(said, "症状与自知力")[0][0] == "猜疑、自语自笑；自知力缺失；夜里睡得少"
    assert rows(said, "服药情况") == [("间断服药", "2026-11-17", "随访\u3000穆青禾")]
    assert rows(said, "住院与检查")[0][0] == "检查：血糖6.3"
    assert rows(said, "场所因素") == [("", "", "")]


def test_a_visit_that_heard_of_no_act_says_so(bench, patient, item):
    none = VisitAnswers(acts={DangerousAct.NONE: 0})
    day = date(2026, 11, 20)
    record_visit(bench, patient, visited_on=day, form=VisitForm.PHONE, answers=none)
    assert rows(answers(bench, item), "危险行为") == [("未发现危险行为", "2026-11-20", "电话")]


def test_what_was_before_the_last_meeting_is_left_out(bench, team, patient, clock):
    a_closed_meeting(bench, team, OCTOBER)
    early = date(2026, 10, 1)
    happened = Happened(early, DangerousAct.SELF_HARM, "划伤手臂")
    record_incident(bench, patient, happened)
    november = a_running_meeting(bench, team)
    said = answers(bench, november.items["GA0101"])
    assert said["period"] == "2026-10-28 至 2026-11-25"
    assert rows(said, "危险行为") == [("", "", "")]


def test_sources_are_ticked_where_something_on_record_came_from_them(bench, team, item, seen):
    said = answers(bench, item)
    assert said["sources"] == ["patient", "guardian"]
    settle(bench, team, item, RiskLevel.ANYWHERE)
    assert answers(bench, item)["sources"] == ["patient", "guardian", "police"]


def test_what_was_said_agreed_and_decided_is_all_there(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    item, doctor = november.items["GA0101"], team.members["闻人澜"]
    settle(bench, team, item, RiskLevel.PERSISTENT, reason="断药后加重")
    record_opinion(bench, item, doctor, words="先查肝功能。", dissent="建议维持。", in_writing=True)
    said = answers(bench, item)
    assert said["opinions"] == [
        {
            "speaker": {"role": "精神科", "name": "闻人澜"},
            "words": "（书面）先查肝功能。",
            "level": None,
            "new": False,
        },
        {
            "speaker": {"role": "民警", "name": "亓文涛"},
            "words": "近一月未接到警情。",
            "level": 4,
            "new": True,
        },
    ]
    assert said["previous"] == {"level": 3, "on": "2026-10-28"}
    assert (said["level"], said["stability"], said["reason"]) == (4, "1", "断药后加重")
    assert said["dissents"] == [
        {"key": f"dissent:{doctor}", "name": "闻人澜", "words": "建议维持。"}
    ]
    assert [d["implementer"] for d in said["decisions"]] == ["亓文涛"]
    assert assessment_identity(said) == (
        "GA0101\u3000石䶮\u3000男\u300046岁",
        "上次▲3级（2026-10-28）\u3000本次集体评估▲4级 · 不稳定",
    )


def test_an_item_put_off_is_said_to_be_and_is_not_rated(bench, meeting, item):
    defer_item(bench, item, reason="监护人未到会")
    said = answers(bench, item)
    assert (said["level"], said["stability"]) == (None, "")
    assert [d["text"] for d in said["decisions"]] == ["暂缓议：监护人未到会"]
    assert assessment_identity(said)[1] == "首次评定\u3000本次集体评估—"


def test_whoever_helps_stands_beside_the_decision(bench, team):
    closed = a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    for task in list_earlier_tasks(bench, november.id):
        name_task_partner(bench, task.id, partner="镇派出所")
    assert [d["partner"] for d in answers(bench, closed.items["GA0101"])["decisions"]] == [
        "镇派出所"
    ]


def test_everybody_expected_signs_and_the_absent_say_why(bench, team, meeting, item):
    doctor = team.members["闻人澜"]
    record_absence(bench, meeting.id, doctor, reason=AbsenceReason.TRAVEL)
    said = answers(bench, item)
    assert [s["name"] for s in said["signers"]] == list(team.members)
    assert said["signers"][2] == {
        "key": f"member:{doctor}",
        "role": "精神科医师",
        "name": "闻人澜",
        "absent": "出差",
    }
    assert "absent" not in said["signers"][0]
    assert said["psychiatrist"] == f"psychiatrist:{doctor}"


def test_open_remarks_of_the_psychiatrist_are_printed(bench, item, seen):
    write_annotation(psychiatrist(bench), "visit", seen, text="换针剂前先查肝功能。")
    said = answers(bench, item)["annotations"]
    assert said == "换针剂前先查肝功能。（随访，2026-11-25，待处理）"


def test_the_rule_says_who_is_a_key_patient_once_it_can(bench, item, seen):
    assert answers(bench, item)["key_patient"] == "yes"


def test_what_was_known_at_a_moment_reads_the_same_later(bench, team, patient, item, seen, clock):
    settle(bench, team, item, RiskLevel.ANYWHERE)
    at = a_moment(clock)
    sealed = answers(bench, item, at=at)
    correct_patient(bench, patient, FULL, why="补全")
    fill(bench, patient)
    record_incident(bench, patient, Happened(date(2026, 11, 20), DangerousAct.MINOR, "吵闹"))
    write_annotation(psychiatrist(bench), "visit", seen, text="加查血脂。")
    assert answers(bench, item) != sealed
    assert answers(bench, item, at=at) == sealed


def test_a_matter_without_a_patient_has_no_such_sheet(bench, meeting):
    matter = add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    with pytest.raises(NoRatingForMatters):
        answers(bench, matter)


def test_the_copy_leaves_out_opinions_and_who_told(bench, team, patient, item, seen):
    fill(bench, patient)
    settle(bench, team, item, RiskLevel.ANYWHERE)
    said = answers(bench, item, guardian_copy_answers)
    text = canonical(said)
    assert "近一月未接到警情" not in text
    assert all("source" not in row for row in said["facts"])
    assert [(s["role"], s["name"]) for s in said["signers"]] == [("监护人（知情）", "石守田")]


def test_a_guardian_who_no_longer_acts_has_no_place_on_the_copy(bench, patient, item):
    guardian = fill(bench, patient)["guardian"]
    end_guardianship(bench, guardian, state=GuardianState.DEAD, from_on=date(2026, 11, 1))
    said = answers(bench, item, guardian_copy_answers)
    assert said["guardian"] == {"name": "石守田", "post": "已去世"}
    assert said["signers"] == [{"key": "", "role": "监护人（知情）", "name": ""}]
