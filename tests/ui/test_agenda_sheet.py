"""The agenda of a coming meeting on the screen, and the lights beside it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from data.codes import AbsenceReason, AgendaTier
from tests.builders import a_closed_meeting
from tests.ui.printers import OneFile
from tests.ui.screens import Screen
from tests.workbench.coming_meeting import planned
from ui.main_window import MainWindow
from ui.widgets.lists import FACE_ROLE
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.meetings import list_meetings, read_meeting, record_absence
from workbench.paperwork.subjects import of_meeting
from workbench.printing import record_print
from workbench.signatures import list_sheets

AGENDA, LIGHTS = "议程", "会前体检列表"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ahead(bench, team):
    """A meeting in January after one in November, nothing on its agenda yet."""
    a_closed_meeting(bench, team)
    return planned(bench, team)


@pytest.fixture
def screen(qtbot, bench, ahead, tmp_path):
    """The window on that meeting, a printer at hand."""
    shown = Screen(qtbot, MainWindow(bench))
    shown.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    shown.do("go_meetings")
    return shown


def names(screen):
    return [row.split("，")[1] for row in screen.rows(AGENDA)]


def off(screen):
    return [row.split("，")[1] for row in screen.rows(AGENDA) if row.startswith("未列入")]


def at(screen, words):
    """Let the keyboard into the agenda, at one entry."""
    view = screen.named(AGENDA, QAbstractItemView)
    view.setFocus()
    screen.open_line(AGENDA, words)


def light(screen, words):
    return next(row for row in screen.rows(LIGHTS) if words in row)


def test_an_agenda_is_made_by_one_key_and_says_why_each_case_is_on_it(screen):
    assert "还没有议程" in screen.words()
    assert not screen.can("print_pack")
    screen.click("生成议程")
    assert sorted(names(screen)) == ["仇*满", "欧阳**", "石*"]
    assert "危险性评估3级" in next(row for row in screen.rows(AGENDA) if "石*" in row)
    assert "重点讨论" in screen.words()
    assert "预计 30分" in screen.words()
    assert "15:00 前散会" in screen.words()
    assert "重新生成" in screen.words()


def test_somebody_put_on_the_agenda_by_hand_is_said_to_be(bench, team, ahead, screen):
    add_case_to_agenda(bench, ahead, team.cases["GA0101"], tier=AgendaTier.FOCUS)
    add_matter_to_agenda(bench, ahead, title="春节值班")
    screen.settle()
    assert ["人工列入" in row for row in screen.rows(AGENDA)] == [True, False]
    faces = (index.data(FACE_ROLE) for index in screen.indexes(AGENDA))
    assert ("人工列入", False) in {tag for face in faces for tag in face.tags}


def test_entries_are_moved_left_out_and_brought_back_by_keyboard(bench, screen):
    screen.do("fill_agenda")
    first, second, last = names(screen)
    at(screen, first)
    screen.press(Qt.Key.Key_Down, ALT)
    assert names(screen) == [second, first, last]
    screen.press(Qt.Key.Key_Up, ALT)
    assert names(screen) == [first, second, last]
    at(screen, last)
    screen.press(Qt.Key.Key_Space)
    assert off(screen) == [last]
    assert "预计 20分" in screen.words()
    screen.do("fill_agenda")
    assert off(screen) == [last]
    assert "没有新的要列入，原有安排没有变" in screen.words()
    at(screen, last)
    screen.press(Qt.Key.Key_Space)
    assert off(screen) == []
    at(screen, last)
    screen.do("move_to_tier")
    assert screen.rows(AGENDA)[2].startswith(f"逐例过，{last}")
    assert "预计 21分" in screen.words()


def test_the_mouse_ticks_and_drags_by_the_handle(screen):
    screen.do("fill_agenda")
    first, second, last = names(screen)
    view = screen.named(AGENDA, QAbstractItemView)
    spots = [view.visualRect(view.model().index(row, 0)).center() for row in (1, 2)]
    handle = view.viewport().width() - 10
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=QPoint(handle, spots[0].y()))
    QTest.mouseRelease(view.viewport(), left, pos=QPoint(handle, spots[1].y()))
    screen.settle()
    assert names(screen) == [second, first, last]
    QTest.mouseClick(view.viewport(), left, pos=QPoint(12, spots[1].y()))
    screen.settle()
    assert off(screen) == [first]


def test_day_hour_and_place_of_a_planned_meeting_are_changed_in_one_dialog(bench, ahead, screen):
    screen.do("rearrange_meeting")
    assert screen.named("地点").text() == read_meeting(bench, ahead).row.place
    screen.write("日期", "0120")
    screen.named("地点").clear()
    screen.write("地点", "派出所会议室")
    screen.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = read_meeting(bench, ahead).row
    assert (row.held_on, row.place) == (date(2027, 1, 20), "派出所会议室")
    screen.waits_for("1月20日")


def test_a_day_nobody_can_read_moves_no_meeting(bench, ahead, screen):
    before = read_meeting(bench, ahead)
    screen.do("rearrange_meeting")
    screen.write("日期", "改天")
    screen.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.dialog() is not None
    assert read_meeting(bench, ahead) == before


def test_minutes_and_the_question_to_decide_are_written_about_an_entry(screen):
    screen.do("fill_agenda")
    at(screen, "石*")
    screen.press(Qt.Key.Key_F2)
    screen.named("用时（分钟）").setValue(25)
    screen.write("请会议决定", "是否转为每周随访")
    screen.dialog().verb.click()
    screen.settle()
    row = next(row for row in screen.rows(AGENDA) if "石*" in row)
    assert "请会议决定：是否转为每周随访" in row
    assert row.endswith("25分")
    assert "预计 45分" in screen.words()


def test_what_comes_after_the_agenda_was_printed_is_marked(bench, ahead, screen):
    screen.do("fill_agenda")
    record_print(bench, "YC", of_meeting(ahead), pages=1, copies=9)
    add_matter_to_agenda(bench, ahead, title="春节值班")
    screen.settle()
    (late,) = [row for row in screen.rows(AGENDA) if "临时加入" in row]
    assert "春节值班" in late


def test_every_light_leads_to_where_it_is_dealt_with(bench, team, ahead, screen):
    screen.do("fill_agenda")
    assert "注意，没有会前评估 3例" in light(screen, "会前评估")
    assert "请穆*禾补" in light(screen, "会前评估")
    screen.open_line(LIGHTS, "会前评估")
    assert screen.shows("随访日期") or "随访" in screen.words()
    assert not screen.shows(LIGHTS)
    screen.do("go_meetings")
    screen.open_line(LIGHTS, "上次任务")
    assert not screen.shows(LIGHTS)
    screen.do("go_meetings")
    record_absence(bench, ahead, team.members["亓文涛"], reason=AbsenceReason.SICK)
    screen.settle()
    assert "缺民警" in light(screen, "应到人员")
    screen.open_line(LIGHTS, "应到人员")
    assert screen.dialog() is not None
    assert "到会情况" in screen.words()


def test_on_a_narrow_screen_the_lights_are_one_line_that_opens(screen):
    screen.do("fill_agenda")
    screen.window.resize(940, 470)
    screen.settle()
    assert not screen.shows(LIGHTS)
    assert "没有会前评估 3例；上次任务 3项" in screen.words()
    screen.do("show_checkup")
    assert screen.shows(LIGHTS)
    assert not screen.shows(AGENDA)
    screen.do("show_checkup")
    assert screen.shows(AGENDA)


def test_from_a_new_meeting_to_the_printed_pack_takes_six_actions_at_most(bench, team, screen):
    actions = 0

    def act(done):
        nonlocal actions
        actions += 1
        done()
        screen.settle()

    act(lambda: screen.do("plan_meeting"))
    act(lambda: screen.dialog().verb.click())
    act(lambda: screen.do("fill_agenda"))
    act(lambda: screen.do("print_pack"))
    screen.waits_for("本次将打印")
    act(lambda: screen.dialog().verb.click())
    screen.waits_for("已送往打印机")
    assert actions <= 6
    new = max(list_meetings(bench), key=lambda row: row.id)
    assert (new.place, new.items) == ("镇政府三楼会议室", 3)
    screen.waits_for("就绪，会前包，议程已打印")


def test_written_opinions_are_entered_one_after_the_other_before_the_meeting(bench, team, screen):
    meeting = list_meetings(bench)[0]
    screen.do("fill_agenda")
    record_absence(bench, meeting.id, team.members["闻人澜"], reason=AbsenceReason.DUTY)
    screen.settle()
    screen.open_line(LIGHTS, "书面意见")
    assert screen.named("谁的意见").currentText().startswith("精神科医师 闻*澜")
    first = screen.named("关于").currentText()
    screen.write("书面意见", "建议先查肝功能")
    screen.dialog().verb.click()
    screen.settle()
    assert screen.named("关于").currentText() != first
    assert screen.reads("书面意见") == ""
    assert "已交1/3项" in screen.words()
    screen.write("书面意见", "没有异议")
    screen.dialog().cancel.click()
    screen.settle()
    screen.waits_until(lambda: any("都有书面意见" in row for row in screen.rows(LIGHTS)))
    screen.do("record_written_opinion")
    assert screen.reads("书面意见") == "没有异议"


def test_a_print_that_is_cancelled_leaves_the_sign_in_sheet_unsealed(bench, screen):
    screen.do("fill_agenda")
    screen.do("print_pack")
    screen.waits_for("本次将打印")
    screen.dialog().cancel.click()
    screen.settle()
    assert list_sheets(bench, list_meetings(bench)[0].id) == []
