"""The page of a case: opened by number or from an agenda, eight tabs, now or as of a day."""

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from data.codes import AccountKind, RiskLevel, VisitForm
from tests.builders import CASES, a_closed_meeting, at_bench
from tests.ui.screens import spoken_name
from ui.theme import Mode, theme
from workbench.annotations import list_annotations, write_annotation
from workbench.visits import list_visits, record_visit

NAME, _ = CASES["GA0102"]
TABS = ("overview", "timeline", "ratings", "plan", "tasks", "meetings", "papers", "attachments")


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


def opened(screen, number="GA0102"):
    screen.settle()
    screen.do("find_case")
    screen.write("个案编号", number)
    screen.dialog().verb.click()
    screen.waits_for(f"{number}·")
    screen.window.activateWindow()
    screen.settle()
    return screen


@pytest.fixture
def page(closed, screen):
    """The page of a case that was on the agenda of a closed meeting."""
    return opened(screen)


def look_back(screen, day):
    screen.day("查看当时", day)
    screen.settle()


def remark(bench, team):
    doctor = at_bench(bench.store, bench.now, kind=AccountKind.PSYCHIATRIST)
    visit = list_visits(bench, team.patients["GA0102"])[0]
    return write_annotation(doctor, "visit", visit.id, text="建议评估长效针剂")


def outcomes(bench, team):
    return [row.state for row in list_annotations(bench, team.patients["GA0102"])]


def test_a_case_is_opened_by_its_number_and_shows_the_full_name(page):
    assert NAME in page.words()
    assert page.window.desk.status.words().endswith("本页显示全名")
    assert "历来最高" in page.words()


def test_a_number_nobody_has_is_refused_in_words(screen):
    screen.do("find_case")
    screen.write("个案编号", "GA9999")
    screen.dialog().verb.click()
    screen.settle()
    assert "GA9999" in screen.words()
    assert screen.dialog() is not None
    screen.dialog().close()


def test_a_case_is_opened_from_the_agenda_and_one_comes_back_without_the_name(closed, screen):
    screen.settle()
    screen.do("go_meetings")
    agenda = screen.named("议程", QAbstractItemView)
    row = next(n for n in range(9) if "GA0102" in str(agenda.model().index(n, 0).data()))
    agenda.setCurrentIndex(agenda.model().index(row, 0))
    agenda.setFocus()
    screen.press(Qt.Key.Key_Return)
    screen.waits_for(NAME)
    screen.do("leave_case")
    assert screen.shows("议程")
    assert NAME not in screen.words()
    assert screen.window.desk.status.words().endswith("遮名：开")


def test_the_ratings_and_decisions_of_the_meeting_are_on_their_tabs(page):
    page.do("show_ratings")
    assert "首次评估" in page.rows("评估列表")[0]
    page.do("show_meetings")
    assert len(page.rows("会议列表")) == 1
    page.do("show_tasks")
    assert len(page.rows("任务列表")) == 1
    assert "未报" in page.words()


def test_without_a_meeting_the_tabs_say_what_would_stand_there(team, screen):
    opened(screen)
    page = screen
    page.do("show_ratings")
    assert "还没有集体评估" in page.words()
    page.do("show_plan")
    assert "还没有干预计划" in page.words()


def test_the_arrows_walk_along_the_timeline_and_each_mark_is_said(page):
    page.do("show_timeline")
    assert "逐条看" in page.words()
    page.press(Qt.Key.Key_Left)
    said = page.holder().accessibleDescription()
    assert said
    page.press(Qt.Key.Key_Down)
    assert page.holder().accessibleDescription() not in ("", said)
    assert page.holder().accessibleDescription().partition("：")[2] in page.words()


def test_plus_and_minus_change_the_months(page):
    page.do("show_timeline")
    months = page.window.desk.case.timeline.months
    page.press(Qt.Key.Key_Plus)
    assert months.value() == 6
    page.press(Qt.Key.Key_Minus)
    page.press(Qt.Key.Key_Minus)
    page.press(Qt.Key.Key_Minus)
    assert months.value() == 24


def test_the_timeline_can_be_read_as_a_list(page):
    page.do("show_timeline")
    page.do("show_as_table")
    rows = page.rows("时间线列表")
    assert any(row.startswith("危险性等级，") for row in rows)
    assert any(row.startswith("会议，") for row in rows)


def test_as_of_a_day_a_band_says_so_until_one_returns(bench, team, clock, screen):
    day = bench.today()
    clock.move(days=20)
    a_closed_meeting(bench, team, held_on=day + timedelta(20))
    opened(screen)
    look_back(screen, day)
    assert f"正在查看{day.year}年{day.month}月{day.day}日当时的情况" in screen.words()
    screen.do("show_meetings")
    assert "还没有上过会" in screen.words()
    screen.do("return_to_now")
    assert "正在查看" not in screen.words()
    assert len(screen.rows("会议列表")) == 1


def test_before_the_case_there_is_nothing_to_see_and_the_way_back_is_open(page, bench):
    look_back(page, bench.today() - timedelta(60))
    assert "没有找到" in page.words()
    assert "历来最高" not in page.words()
    assert page.can("return_to_now")
    page.do("return_to_now")
    assert "历来最高" in page.words()


def test_a_remark_becomes_a_task(bench, team, screen):
    remark(bench, team)
    opened(screen)
    screen.do("show_plan")
    assert "待处理" in screen.rows("计划列表")[0]
    screen.do("adopt_as_task")
    screen.pick("责任人", screen.named("责任人").itemText(1))
    screen.dialog().verb.click()
    screen.waits_for("已采纳，列入任务")
    assert outcomes(bench, team) == ["采纳，列入任务"]
    screen.settle()
    assert not screen.can("adopt_as_task")


def test_a_remark_is_declined_only_with_a_reason(bench, team, screen):
    remark(bench, team)
    opened(screen)
    screen.do("show_plan")
    screen.do("decline_annotation")
    screen.dialog().verb.click()
    screen.settle()
    assert outcomes(bench, team) == ["待处理"]
    screen.write("不采纳的理由", "本人不同意打针")
    screen.dialog().verb.click()
    screen.waits_for("已写明不采纳的理由")
    assert outcomes(bench, team) == ["不采纳"]


def test_the_past_is_only_looked_at(bench, team, clock, screen):
    remark(bench, team)
    day = bench.today()
    clock.move(days=3)
    opened(screen)
    look_back(screen, day)
    screen.do("show_plan")
    assert "待处理" in screen.rows("计划列表")[0]
    assert not screen.can("decline_annotation")


def test_the_file_of_the_case_is_looked_at_and_one_comes_back(page):
    page.do("show_papers")
    page.do("preview_document")
    page.waits_for("第1/")
    page.do("leave_preview")
    assert NAME in page.words()


@pytest.mark.parametrize("name", TABS)
def test_every_tab_fits_a_small_screen_and_names_its_controls(page, name):
    page.do(f"show_{name}")
    page.window.resize(940, 470)
    page.settle()
    assert (page.window.width(), page.window.height()) == (940, 470)
    for control in page.controls():
        if not control.objectName().startswith("qt_"):
            assert spoken_name(control), f"{control!r} has no name"
    assert not re.search(r"[!！]", page.words())


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [100, 150])
def test_the_timeline_is_drawn_in_every_look(page, mode, scale):
    theme().show(mode, scale)
    page.do("show_timeline")
    page.press(Qt.Key.Key_Left)
    picture = page.window.grab().toImage()
    assert picture.pixelColor(2, picture.height() - 3).name() == theme().colour("window").name()


def test_the_page_follows_what_is_recorded_meanwhile(bench, team, page):
    record_visit(
        bench,
        team.patients["GA0102"],
        visited_on=bench.today(),
        form=VisitForm.HOME,
        level=RiskLevel.ARMED,
    )
    page.waits_for("历来最高5级")
