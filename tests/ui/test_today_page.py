"""The day on the screen: the next meeting, what is still to be done for it, and what waits."""

from datetime import date

import pytest

from data.codes import AccountKind
from tests.builders import a_closed_meeting, a_planned_meeting, at_bench
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.annotations import write_annotation
from workbench.backups import back_up
from workbench.called_meetings import call_urgent_meeting
from workbench.preparation import Step
from workbench.signatures import list_sheets, mark_sheet_signed
from workbench.visits import list_visits

CHECKS, WAITING = "会前准备", "需要您处理"


@pytest.fixture
def today(qtbot, bench, team):
    """The window on the day, four weeks before the next meeting."""
    a_closed_meeting(bench, team)
    a_planned_meeting(bench, team, date(2026, 12, 23))
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_today")
    return screen


def open_about(screen, name, words):
    """Go where a row leads."""
    number = next(n for n, row in enumerate(screen.rows(name)) if words in row)
    screen.open_row(name, number)


def test_without_a_meeting_the_page_offers_to_plan_one(screen, team):
    screen.do("go_today")
    assert "还没有定下次会议" in screen.words()
    assert not screen.can("open_next_meeting")
    screen.click("新建会议…")
    assert screen.dialog() is not None
    screen.dialog().close()


def test_one_sentence_tells_the_next_meeting(today):
    assert "下次会议 12月23日（周三）14:30" in today.words()
    assert "还有28天" in today.words()


def test_every_step_before_the_meeting_says_what_to_do_and_the_key(bench, today):
    rows = today.rows(CHECKS)
    assert len(rows) == len(Step)
    assert "签到表，还没有打印，去打印，按Alt+W" in rows
    assert "书面意见，没有人请假，已就绪" in rows
    assert "上次任务，3项还没有回填，去登记结果，按Alt+R" in rows


def test_the_next_meeting_is_opened_by_its_key(today):
    today.do("open_next_meeting")
    assert today.shows("会议列表")
    assert "12月23日" in today.words()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("上次任务", "任务列表"),
        ("签到表", "文书列表"),
        ("会前评估", "患者列表"),
        ("议程", "会议列表"),
    ],
)
def test_a_step_leads_to_where_it_is_done(today, words, place):
    open_about(today, CHECKS, words)
    assert today.shows(place)


def test_late_tasks_lead_to_the_list_of_late_ones(today, clock):
    clock.move(days=37)
    today.do("refresh")
    open_about(today, WAITING, "逾期任务 3项，最早 2026-12-23·亓*涛")
    assert len(today.rows("任务列表")) == 3
    assert all("逾期9天" in row for row in today.rows("任务列表"))


def test_sheets_that_wait_lead_to_the_sheets_of_their_meeting(today):
    open_about(today, WAITING, "签字件未收回")
    today.waits_until(lambda: any("个案会议记录" in row for row in today.rows("签字件列表")))


def test_a_missing_backup_leads_to_the_settings_and_is_gone_once_made(bench, today):
    open_about(today, WAITING, "该备份了")
    back_up(bench)
    today.do("go_today")
    assert not [row for row in today.rows(WAITING) if "备份" in row]


def test_what_is_settled_meanwhile_leaves_the_page(bench, today):
    assert any("签字件未收回" in row for row in today.rows(WAITING))
    for sheet in list_sheets(bench):
        mark_sheet_signed(bench, sheet.id)
    today.settle()
    assert not any("签字件未收回" in row for row in today.rows(WAITING))


def test_visits_that_are_due_lead_to_the_cases_with_the_next_visit_first(today):
    open_about(today, WAITING, "两周内应随访")
    assert len(today.rows("患者列表")) == 3


def test_remarks_that_wait_for_the_team_are_listed_and_lead_to_the_plan(bench, team, today):
    doctor = at_bench(bench.store, bench.now, kind=AccountKind.PSYCHIATRIST)
    (visit,) = list_visits(bench, team.patients["GA0102"])
    write_annotation(doctor, "visit", visit.id, text="建议评估长效针剂")
    today.do("refresh")
    open_about(today, WAITING, "待处理批注 1条")
    (row,) = today.rows("待处理的批注")
    assert "GA0102" in row
    assert "建议评估长效针剂" in row
    today.open_row("待处理的批注", 0)
    assert today.window.desk.place()[0] == "patients"
    assert "GA0102" in today.words()


def test_the_sentence_names_the_kind_of_the_next_meeting(bench, team, screen):
    call_urgent_meeting(bench, team.patients["GA0101"])
    screen.do("go_today")
    screen.waits_for("下次临时会商 11月25日（周三）14:30")
    assert "就在今天" in screen.words()
