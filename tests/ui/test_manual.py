"""Help beside the screen, and that it says what is there."""

import ast
import re
from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.manual import chapters

ROOT = Path(__file__).parents[2]
QUOTED = re.compile("“(.+?)”")
KEYED = re.compile("“([^”]+)”（([^）]+)）")
# What has a chapter of its own without being a page.
BESIDE = {"door", "finder", "import", "duplicates", "attachments", "agenda"}


def words_of_the_program():
    """Every text that stands in the code of screens and use cases."""
    files = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("workbench/**/*.py")]
    trees = (ast.parse(file.read_text("utf-8")) for file in files)
    texts = (n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant))
    return {text.rstrip("…") for text in texts if isinstance(text, str)}


def test_whatever_a_chapter_quotes_stands_on_a_screen_just_so():
    known = words_of_the_program()
    quoted = {words for each in chapters() for step in each.steps for words in QUOTED.findall(step)}
    menus = {"文件", "查看", "患者"}
    assert len(quoted) > 30
    assert quoted - known - menus == set()


def test_every_key_a_chapter_names_is_that_of_the_command_in_the_menus(screen):
    found = {
        (words.rstrip("…"), key.toString().replace("Return", "Enter"))
        for action in screen.window.menus.all_actions()
        for words in (action.iconText(), action.text().partition("\t")[0])
        for key in action.shortcuts()
    }
    named = {pair for each in chapters() for step in each.steps for pair in KEYED.findall(step)}
    assert len(named) > 30
    assert named - found == set()


def test_every_page_has_a_chapter_and_f1_follows_the_page_in_view(screen):
    pages = set(screen.window.desk.pages)
    assert pages == {chapter.page for chapter in chapters()} - BESIDE
    screen.press(Qt.Key.Key_F1)
    assert "一打开就看到两件事" in screen.words()
    screen.do("go_meetings")
    assert "列出每次会议" in screen.words()
    assert "这一页的快捷键" in screen.words()
    screen.pick("看哪一章", "登记签字")
    assert "程序不会替您认定有人签了字" in screen.words()
    screen.dialog().close()
    assert "程序不会替您认定有人签了字" not in screen.words()


def test_the_manual_prints_with_the_keys_that_stand_in_the_menus(screen):
    screen.do("preview_manual")
    screen.waits_until(lambda: screen.shows("页面") and len(screen.rows("页面")) > 1)
    assert "操作手册" in screen.words()
    assert len(screen.rows("页面")) <= 12


def test_at_the_door_help_is_about_opening(qtbot, folder):
    screen = Screen(qtbot, MainWindow(folder=folder))
    screen.do("show_chapter")
    assert "离开座位请锁屏" in screen.words()
    assert not screen.can("preview_manual")
