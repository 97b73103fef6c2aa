"""What a brief says of the records before a meeting."""

from dataclasses import replace
from datetime import date

import pytest

from data.canonical import canonical
from data.clinical_codes import Adherence
from data.codes import RiskLevel, VisitForm
from data.models.agendas import AgendaItem
from data.visit_codes import DangerousAct, Symptom
from forms.brief import BRIEF
from tests.builders import a_closed_meeting, a_planned_meeting
from tests.workbench.casework import psychiatrist
from tests.workbench.paperwork.visits import TABLETS, injected
from tests.workbench.register import FULL, a_moment, fill
from workbench.agendas import add_matter_to_agenda
from workbench.annotations import write_annotation
from workbench.errors import NoRatingForMatters
from workbench.events import Happened, correct_incident, record_incident
from workbench.medication import add_medication, stop_medication
from workbench.paperwork.brief import brief_answers, brief_identity
from workbench.paperwork.brief_changes import LONGEST, MOST_CHANGES
from workbench.patients import correct_patient
from workbench.rules.visit_answers import VisitAnswers
from workbench.visit_news import NO_NEWS
from workbench.visits import record_visit, withdraw_visit

DECEMBER = date(2026, 12, 23)


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


@pytest.fixture
def december(bench, team, clock):
    """A meeting in December, four weeks after one that rated everybody."""
    a_closed_meeting(bench, team)
    clock.move(days=20)
    return a_planned_meeting(bench, team, DECEMBER)


def answers(bench, item_id, at=None):
    with bench.store.reading() as session:
        return brief_answers(session, session.get_one(AgendaItem, item_id), at=at)


def brief(bench, meeting, at=None):
    return answers(bench, meeting.items["GA0101"], at)


def visited(bench, patient, **more):
    return record_visit(bench, patient, visited_on=date(2026, 12, 10), form=VisitForm.HOME, **more)


def test_every_field_is_answered_and_no_other(bench, patient, december):
    fill(bench, patient)
    said = brief(bench, december)
    assert set(said) == {field.key for field in BRIEF.fields()}
    assert canonical(said)


def test_the_head_says_who_it_is_and_how_they_were_rated(bench, december):
    said = brief(bench, december)
    assert (said["name"], said["sex_and_age"], said["kind"]) == (
        "石䶮",
        "男 46岁",
        "高风险（第1次入组）",
    )
    assert (said["level"], said["stability"], said["place"]) == (3, "不稳定", "第1项\u2002重点讨论")
    assert said["period"] == "2026-11-25 至 2026-12-23"
    assert said["held_on"] == "2026-12-23"


def test_only_what_became_known_since_the_last_meeting_is_told(bench, patient, december):
    assert brief(bench, december)["changes"] == {"rows": [], "all": 0}
    visited(bench, patient, level=RiskLevel.PERSISTENT, words="持棍守门")
    changes = brief(bench, december)["changes"]
    assert changes["all"] == 1
    (row,) = changes["rows"]
    assert (row["on"], row["source"]) == ("2026-12-10", "家庭访视")
    assert row["words"] == "危险性评估3级→4级；持棍守门"


def test_a_visit_is_told_by_what_the_one_before_had_not_found(bench, patient, december):
    found = {"adherence": Adherence.REGULAR, "symptoms": (Symptom.SUSPICION,)}
    visited(bench, patient, answers=VisitAnswers(**found))
    later = {**found, "adherence": Adherence.INTERMITTENT, "doctor": "穆青禾"}
    record_visit(
        bench,
        patient,
        visited_on=date(2026, 12, 12),
        form=VisitForm.CLINIC,
        words="自述嗜睡。",
        answers=VisitAnswers(**later),
    )
    rows = brief(bench, december)["changes"]["rows"]
    assert rows[0] == {
        "on": "2026-12-12",
        "words": "用药依从性规律服药→间断服药；自述嗜睡",
        "source": "门诊\u3000穆青禾",
    }
    assert rows[1]["words"] == "用药依从性规律服药；目前症状猜疑"


def test_a_visit_that_found_nothing_new_says_so(bench, patient, december):
    for day in (10, 12):
        record_visit(bench, patient, visited_on=date(2026, 12, day), form=VisitForm.HOME, words="")
    assert brief(bench, december)["changes"]["rows"][0]["words"] == NO_NEWS


def test_what_happened_is_told_once_and_as_it_stands(bench, patient, december):
    line = add_medication(bench, patient, replace(TABLETS, started_on=date(2026, 12, 1)))
    stop_medication(bench, line, stopped_on=date(2026, 12, 10), why="嗜睡")
    happened = Happened(date(2026, 12, 5), DangerousAct.MINOR, words="骂邻居，民警劝解")
    incident = record_incident(bench, patient, happened)
    correct_incident(bench, incident, replace(happened, words="骂邻居，已劝解"), why="写错")
    told = [(row["on"], row["words"]) for row in brief(bench, december)["changes"]["rows"]]
    assert told == [
        ("2026-12-10", "停用奥氮平；嗜睡"),
        ("2026-12-05", f"{DangerousAct.MINOR.label}：骂邻居，已劝解"),
        ("2026-12-01", told[2][1]),
    ]
    assert told[2][1].startswith("起用奥氮平")


def test_what_never_was_is_told_as_taken_back(bench, patient, team, clock):
    visit = record_visit(
        bench, patient, visited_on=date(2026, 11, 20), form=VisitForm.HOME, words="记错了人"
    )
    a_closed_meeting(bench, team)
    clock.move(days=20)
    meeting = a_planned_meeting(bench, team, DECEMBER)
    withdraw_visit(bench, visit, why="记错了人")
    (row,) = brief(bench, meeting)["changes"]["rows"]
    assert row["words"].startswith("撤回2026年11月20日的随访")


def test_what_happened_after_the_meeting_is_no_news_for_it(bench, patient, december, clock):
    clock.move(days=20)
    record_visit(bench, patient, visited_on=date(2026, 12, 30), form=VisitForm.HOME, words="后来")
    assert brief(bench, december)["changes"]["all"] == 0


def test_a_long_sentence_is_shortened_and_many_changes_are_counted(bench, patient, december):
    visited(bench, patient, words="反复到邻居门前喊叫，劝说后能停；" * 20)
    fill(bench, patient)
    changes = brief(bench, december)["changes"]
    assert len(changes["rows"]) == MOST_CHANGES < changes["all"]
    long = next(row["words"] for row in changes["rows"] if row["source"] == "家庭访视")
    assert long.endswith("……")
    assert len(long) <= LONGEST + 2


def test_no_number_of_anybody_stands_in_the_changes(bench, patient, december):
    correct_patient(bench, patient, FULL, why="补录")
    text = "".join(row["words"] for row in brief(bench, december)["changes"]["rows"])
    assert FULL.id_number not in text
    assert FULL.phone not in text


def test_medicines_guardian_tasks_and_remarks_are_told_in_words(bench, patient, december):
    fill(bench, patient)
    add_medication(bench, patient, TABLETS)
    injected(bench, patient, date(2026, 11, 3))
    visit = visited(bench, patient)
    write_annotation(psychiatrist(bench), "visit", visit, text="建议评估长效针剂")
    said = brief(bench, december)
    assert said["medication"].startswith(
        "棕榈酸帕利哌酮\u2002每1个月1次，每次剂量100\u00a0mg eq（2026-08-01起）；"
        "奥氮平\u2002每日1次，每次剂量10\u00a0mg（2026-08-20起）"
    )
    assert "棕榈酸帕利哌酮下次2026-12-03（过期）" in said["medication"]
    assert said["guardianship"] == (
        "石守田（父亲）；监护协议至2026-12-31；弱监护（年纪大，夜里顾不过来）"
    )
    assert said["tasks"] == "① 每周联合随访1次\u3000亓文涛\u3000时限2026-12-23"
    assert said["annotations"] == "2026-12-15\u3000建议评估长效针剂（随访）\u3000待处理"
    assert said["to_decide"] == ["2026年12月15日批注是否采纳：建议评估长效针剂"]


def test_what_nobody_recorded_is_said_to_be_missing(bench, december):
    said = answers(bench, december.items["GA0103"])
    assert said["medication"] == said["guardianship"] == "没有记录。"
    assert said["annotations"] == "没有待处理的批注。"


def test_before_a_first_meeting_nothing_was_agreed_yet(bench, team):
    meeting = a_planned_meeting(bench, team)
    said = brief(bench, meeting)
    assert (said["level"], said["stability"]) == (None, "")
    assert said["period"] == "2026-08-25 至 2026-11-25"
    assert "家庭访视" in [row["source"] for row in said["changes"]["rows"]]


def test_a_matter_has_no_brief(bench, december):
    item = add_matter_to_agenda(bench, december.id, title="明年的培训")
    with pytest.raises(NoRatingForMatters):
        answers(bench, item)


def test_a_brief_reads_later_as_it_read_then(bench, patient, december, clock):
    moment, before = a_moment(clock), brief(bench, december)
    visited(bench, patient, level=RiskLevel.PERSISTENT, answers=VisitAnswers(level_reason="持棍"))
    assert brief(bench, december) != before
    assert brief(bench, december, moment) == before


def test_overleaf_the_brief_says_whose_it_is(bench, december):
    assert brief_identity(brief(bench, december)) == ("GA0101\u3000石䶮\u3000高风险（第1次入组）",)
