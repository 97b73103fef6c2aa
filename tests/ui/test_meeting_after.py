"""What follows a closed meeting, on its sheet: each step with its state and the way on."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_closed_meeting, a_planned_meeting
from tests.ui.printers import OneFile
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.meetings import list_meetings

STEPS = "会后要办的事"


@pytest.fixture
def after(qtbot, bench, team, tmp_path):
    """The sheet of a meeting that was closed just now."""
    a_closed_meeting(bench, team)
    screen = Screen(qtbot, MainWindow(bench))
    screen.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    screen.do("go_meetings")
    screen.waits_until(lambda: screen.shows(STEPS) and len(screen.rows(STEPS)) == 6)
    return screen


def test_every_step_is_taken_from_one_place(bench, after):
    rows = after.rows(STEPS)
    assert rows[0] == "会议记录，还没有打印，按Enter去打印"
    assert rows[2] == "交办，3项任务通知单，还没有打印，按Enter去打印"
    assert rows[5] == "下次会议，还没有定，按惯例是12月23日（周三），按Enter就定这天"
    after.open_line(STEPS, "交办")
    after.waits_for("本次将打印 2 页（1 张纸）")
    after.dialog().verb.click()
    after.waits_for("已送往打印机")
    after.waits_until(lambda: "交办，3项任务通知单，都已打印" in after.rows(STEPS))
    after.open_line(STEPS, "部门抄件")
    after.waits_for("本次将打印 1 页")
    after.dialog().verb.click()
    after.waits_until(lambda: "部门抄件，1个单位，都已打印" in after.rows(STEPS))
    after.open_line(STEPS, "签字")
    assert after.shows("文书列表")


def test_the_next_meeting_is_planned_with_one_key(bench, after):
    after.window.activateWindow()
    after.settle()
    after.named("会议列表").setFocus()
    after.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert "已定2026年第2次例会：12月23日（周三）14:30" in after.words()
    planned = list_meetings(bench)[0]
    assert (planned.state, planned.place) == ("preparing", "镇政府三楼会议室")
    after.waits_for("生成议程")
    first = list_meetings(bench)[1]
    after.window.desk.meetings.select(first.id)
    after.waits_until(lambda: any("2026年第2次例会" in row for row in after.rows(STEPS)))
    after.open_line(STEPS, "下次会议")
    assert after.window.desk.meetings.selected().id == planned.id


def test_before_a_meeting_is_closed_nothing_follows_it(bench, team, meeting, screen):
    a_planned_meeting(bench, team)
    screen.do("go_meetings")
    assert not screen.shows(STEPS)
    assert not screen.can("plan_next_meeting")
    assert not screen.can("print_slips")
