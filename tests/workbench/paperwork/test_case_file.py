"""What the file of a case says of the records."""

from datetime import UTC, date, datetime, time

import pytest

from data.canonical import canonical
from data.codes import RiskLevel, TaskOutcome
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, ENTRY, MONTHS, TASKS, VISITS
from forms.stamp import Stamp
from forms.writers.pdf import bind_pdf
from tests.builders import Clock, a_running_meeting, settle
from tests.workbench.casework import an_accepted_case
from tests.workbench.paperwork.plans import two_versions
from tests.workbench.register import GUARDIAN, a_moment
from workbench.cases import open_case_of
from workbench.closing import close_meeting
from workbench.guardians import name_guardian
from workbench.paperwork.case_file import bound_papers, case_file, first_leaves
from workbench.patients import Particulars, correct_patient
from workbench.tasks import list_earlier_tasks, record_task_result

ON = date(2026, 11, 25)
STAMP = Stamp("个案档案", (), None, 0, "", "", "")


@pytest.fixture
def clock():
    return Clock(datetime(2026, 10, 28, 6, 30, tzinfo=UTC))


@pytest.fixture
def versions(bench, team, clock):
    return two_versions(bench, team, clock)


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


def file(bench, case, at=None, on=ON):
    with bench.store.reading() as session:
        return case_file(session, case, on, at)


def part(found, form):
    return next(p.answers for p in found.parts if p.form is form)


def test_every_field_of_every_paper_is_answered_and_no_other(bench, case, versions):
    found = file(bench, case)
    papers = [(p.form, p.answers) for p in found.parts]
    papers += [(COVER, found.cover), (CATALOG, found.catalog([1] * len(found.parts)))]
    for form, answers in papers:
        assert set(answers) - {"lists"} == {field.key for field in form.fields()}, form.title
        assert canonical(answers)


def test_the_cover_says_whose_file_it_is_with_numbers_masked(bench, team, case):
    name_guardian(bench, team.patients["GA0101"], GUARDIAN, from_on=date(2024, 1, 1))
    cover = file(bench, case).cover
    assert (cover["file_number"], cover["case_number"]) == ("GA·2026·0101", "GA0101")
    assert (cover["name"], cover["born"]) == ("石䶮", "1980年出生")
    assert (cover["guardian"], cover["phone"]) == (
        {"name": "石守田", "post": "父亲"},
        "139****0001",
    )
    assert (cover["kind"], cover["case_manager"]) == ("高风险（第1次入组）", "穆青禾")
    assert (cover["entered_on"], cover["left_on"]) == ("2026-10-28", None)


def test_papers_lie_in_the_order_of_the_file(bench, case, versions):
    assert [(p.title, p.day.isoformat()) for p in file(bench, case).parts] == [
        ("个案管理计划表（第1次）", "2026-10-28"),
        ("个案管理计划表（第2次）", "2026-11-25"),
        ("计划修订对照单（第2次）", "2026-11-25"),
        ("社会危险性集体评估签字表（2026年10月）", "2026-10-28"),
        ("随访记录一览", "2026-11-25"),
        ("任务及办理结果一览", "2026-11-25"),
        ("会议决定汇总", "2026-11-25"),
        ("病情和管理时间线", "2026-11-25"),
    ]


def test_the_list_counts_the_pages_of_every_paper(bench, case, versions):
    found = file(bench, case)
    entries = found.catalog([2, 1, 1, 3, 1, 1, 1, 1])["entries"]
    assert [(row["position"], row["leaves"], row["pages"]) for row in entries[:4]] == [
        (1, "1—2", 2),
        (2, "3", 1),
        (3, "4", 1),
        (4, "5—7", 3),
    ]


def test_the_bound_file_has_the_pages_its_list_names(bench, case, versions):
    found = file(bench, case)
    papers = bound_papers(found, lambda form, answers: STAMP)
    pages = bind_pdf(papers, "个案档案").pages
    assert [stamp.leaf for _, stamp in papers] == [0, 0, *first_leaves(pages[2:])]
    assert papers[0][0].title == "个案档案"
    assert papers[1][0].title == "卷内目录"


def test_decisions_visits_and_tasks_are_listed_with_what_became_of_them(
    bench, team, case, versions
):
    (_, other), *_ = [
        (t.title, t.id)
        for t in list_earlier_tasks(bench, versions.november.id)
        if t.case_number == "GA0101"
    ]
    record_task_result(
        bench, other, outcome=TaskOutcome.DONE, note="两次上门", evidence="随访表2份"
    )
    found = file(bench, case)
    decisions = part(found, DECISIONS)["decisions"]
    assert [(row["on"], row["level"], row["implementer"]) for row in decisions] == [
        ("2026-10-28", 3, "穆青禾"),
        ("2026-10-28", 3, "亓文涛"),
        ("2026-11-25", 4, "穆青禾"),
        ("2026-11-25", 4, "亓文涛"),
    ]
    tasks = part(found, TASKS)["tasks"]
    assert [(row["outcome"], row["note"]) for row in tasks] == [
        ("已办", "两次上门；随访表2份"),
        ("未报", ""),
    ]
    assert [row["on"] for row in part(found, VISITS)["visits"]] == ["2026-10-28"]
    assert part(found, MONTHS)["timeline"]["until"] == "2026-11-25"


def test_a_case_that_was_taken_in_says_on_which_criteria(bench, team, clock):
    clock.move(days=28)
    meeting = a_running_meeting(bench, team)
    patient, item, _ = an_accepted_case(bench, team, meeting)
    for each in meeting.items.values():
        settle(bench, team, each, RiskLevel.ANYWHERE)
    settle(bench, team, item, RiskLevel.VERBAL)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    with bench.store.reading() as session:
        case = open_case_of(session, patient)
        assert case is not None
        entry = part(case_file(session, case.id, ON), ENTRY)
    assert (entry["checked_on"], entry["outcome"], entry["decided_on"]) == (
        "2026-11-20",
        "同意入组",
        "2026-11-25",
    )
    assert [row["met"] for row in entry["criteria"]].count("yes") == 2


def test_a_case_opened_without_criteria_has_no_entry_sheet(bench, case, versions):
    assert ENTRY not in [p.form for p in file(bench, case).parts]


def test_a_file_reads_later_as_it_read_then(bench, team, case, versions, clock):
    moment, before = a_moment(clock), file(bench, case)
    correct_patient(bench, team.patients["GA0101"], Particulars("石砚", "male"), why="抄错")
    assert file(bench, case).cover["name"] == "石砚"
    assert file(bench, case, moment) == before
