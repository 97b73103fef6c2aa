"""What holds for every window: size, names, keys in menus, plain words."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from tests.builders import CASES, NAMES, a_closed_meeting, a_running_meeting, settle_all
from tests.ui.screens import Screen, spoken_name
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.main_window import MainWindow
from ui.messages import ProblemDialog, explain
from ui.theme import Mode, theme
from ui.widgets.buttons import key_text

WIDE, LOW = 940, 470
LATIN = {"Ctrl", "Alt", "Shift", "Enter", "Esc", "Word", "PDF", "PgUp", "PgDown", "F", "E", "V"}
LATIN |= {"M", "H", "GA", "N", "I", "T", "G", "W", "P", "B", "L", "Q", "J", "D", "A", "C", "X"}
LATIN |= {"S", "Y", "Z", "O", "R", "U"}
PLACES = (
    "go_today",
    "go_patients",
    "go_meetings",
    "enter_meeting",
    "preview_document",
    "go_tasks",
    "go_documents",
    "go_settings",
)


@pytest.fixture
def full(qtbot, bench, team, meeting):
    """A window with a meeting in session in which something was said on everything."""
    settle_all(bench, team, meeting)
    return Screen(qtbot, MainWindow(bench))


@pytest.fixture
def closed(qtbot, bench, team):
    """A window on the papers of a closed meeting."""
    a_closed_meeting(bench, team)
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("open_documents")
    return screen


def test_the_page_of_signatures_fits_a_small_screen_and_names_its_controls(closed):
    number = next(n for n, row in enumerate(closed.rows("文书列表")) if "待签" in row)
    closed.open_row("文书列表", number)
    closed.do("open_sheet")
    assert closed.window.minimumSizeHint().width() <= WIDE
    assert closed.window.minimumSizeHint().height() <= LOW
    closed.window.resize(WIDE, LOW)
    _every_control_is_named(closed)
    assert set(re.findall(r"[A-Za-z]+", closed.words())) <= LATIN
    assert not [name for name in NAMES if name in closed.words()]


@pytest.mark.parametrize(
    ("command", "name"), [("read_back", "会末核对"), ("read_signing", "签字件列表")]
)
def test_the_pages_around_closing_fit_a_small_screen_and_name_their_controls(
    qtbot, bench, team, command, name
):
    if command == "read_signing":
        a_closed_meeting(bench, team)
    else:
        settle_all(bench, team, a_running_meeting(bench, team))
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do(command)
    screen.waits_until(lambda: bool(screen.rows(name)))
    assert screen.window.minimumSizeHint().width() <= WIDE
    assert screen.window.minimumSizeHint().height() <= LOW
    screen.window.resize(WIDE, LOW)
    _every_control_is_named(screen)
    assert set(re.findall(r"[A-Za-z]+", screen.words())) <= LATIN
    assert not [each for each in NAMES if each in screen.words()]


def test_the_page_of_a_visit_fits_a_small_screen_and_names_its_controls(full):
    full.do("go_patients")
    full.do("write_visit")
    full.waits_until(lambda: full.shows("随访结果"))
    assert full.window.minimumSizeHint().width() <= WIDE
    assert full.window.minimumSizeHint().height() <= LOW
    full.window.resize(WIDE, LOW)
    _every_control_is_named(full)
    assert set(re.findall(r"[A-Za-z]+", full.words())) <= LATIN
    assert not re.search(r"[!！]", full.words())


def test_the_doors_fit_a_small_screen(qtbot, folder):
    first = Screen(qtbot, MainWindow(folder=folder))
    assert first.window.minimumSizeHint().width() <= WIDE
    assert first.window.minimumSizeHint().height() <= LOW
    _every_control_is_named(first)


def _every_control_is_named(screen):
    for control in screen.controls():
        name = spoken_name(control)
        inside = control.parent() is not None and isinstance(control.parent(), QAbstractItemView)
        if not inside and not _is_part_of_another(control):
            assert name, f"{control!r} has no name"
            assert "&" not in name


def _is_part_of_another(control):
    """Qt builds some controls from others; the outer one carries the name."""
    return control.objectName().startswith("qt_") or isinstance(control, QDialog)


@pytest.mark.parametrize("place", PLACES)
def test_no_full_name_is_shown_outside_the_paper(full, place):
    full.do(place)
    words = full.words()
    for name in [*NAMES, *(name for name, _ in CASES.values())]:
        assert name not in words


def test_every_action_stands_in_a_menu_and_no_key_is_given_twice(full):
    pages = full.window.desk.pages.values()
    in_menus = set(full.window.menus.all_actions())
    for page in pages:
        assert set(page.commands()) <= in_menus
        keys = [k.toString() for a in page.commands() for k in a.shortcuts() if a.isEnabled()]
        assert len(keys) == len(set(keys))


def test_most_actions_have_a_key(full):
    without = [a.iconText() for a in full.window.menus.all_actions() if a.shortcut().isEmpty()]
    looks = {"跟随系统", "浅色", "深色", "高对比", "100%", "115%", "130%", "150%"}
    rare = {"添加成员…", "换发恢复口令…", "撤销导入…", "不再保留常用筛选…", "设置向导…", "关于"}
    rare |= {"修改这一项…", "预览空白表", "保存遮名设置", "添加账户…", "修改自己的口令…"}
    rare |= {"为选中的账户重设口令…", "停用选中的账户…", "核验数据…", "导出操作记录…"}
    rare |= {"核对选中的备份", "恢复到新文件夹…", "备份到指定文件夹…"}
    assert set(without) <= looks | rare


def test_the_keyboard_order_follows_the_eye(full):
    full.do("enter_meeting")
    live = full.window.desk.live
    order, at = [], live.case.levels.focusProxy()
    at.setFocus()
    for _ in range(60):
        order.append(full.holder().accessibleName())
        full.press(Qt.Key.Key_Tab)
    expected = ["不稳定", "讨论要点", "会议决定", "新任务", "确认并下一例"]
    places = [order.index(name) for name in expected]
    assert places == sorted(places)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [100, 150])
def test_pages_are_drawn_in_every_look(full, mode, scale):
    theme().show(mode, scale)
    for place in PLACES:
        full.do(place)
        picture = full.window.grab().toImage()
        ground = theme().colour("window").name()
        assert picture.pixelColor(2, picture.height() - 3).name() == ground


def test_help_lists_the_keys(full):
    dialog = KeysDialog(full.window.menus.entries(), full.window)
    dialog.open()
    full.settle()
    assert "确认并下一例" in full.words()
    assert "Ctrl+Enter" in full.words()
    dialog.close()
    about = AboutDialog(full.window)
    about.open()
    assert "不上网" in full.words()
    about.close()


def test_a_fault_shows_its_report_before_it_is_passed_on(full, caplog):
    caplog.expected = True
    dialog = ProblemDialog(explain(ZeroDivisionError("石䶮")), full.window)
    dialog.open()
    full.settle()
    assert "ZeroDivisionError" in full.reads("故障报告")
    assert "石䶮" not in full.words()
    dialog.close()


def test_shortcuts_are_shown_as_they_are_printed_on_the_keys():
    assert key_text(QKeySequence("Ctrl+Return")) == "Ctrl+Enter"
    assert key_text(QKeySequence("Alt+Up")) == "Alt+↑"


@pytest.mark.parametrize("scale", [115, 130, 150])
def test_the_mark_of_invented_data_is_whole_after_the_font_size_changed(qtbot, bench, scale):
    screen = Screen(qtbot, MainWindow(replace(bench, demo=True)), (WIDE, LOW))
    theme().show(Mode.LIGHT, scale)
    screen.settle()
    mark = screen.named("示例数据，人物均为虚构")
    assert mark.visibleRegion().boundingRect().width() >= mark.sizeHint().width()
    assert screen.shows("打开查找")
    row = screen.window.menuBar()
    assert all(row.actionGeometry(menu).right() < row.width() for menu in row.actions())
    assert not row.findChild(QWidget, "qt_menubar_ext_button").isVisible()
