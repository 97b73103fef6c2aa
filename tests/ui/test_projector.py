"""The big screen: what it shows, what it never shows, and when it pauses."""

from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QMainWindow
from sqlalchemy import Engine, event, select

from data.models.guardians import GuardianDetails
from data.models.patients import PatientDetails
from data.models.teams import Member
from tests.builders import CASES, NAMES, a_closed_meeting, a_running_meeting, an_id_number
from tests.demo import made_demo
from tests.ui.screens import Screen, big_screen, paused, projected
from ui.main_window import MainWindow
from ui.projector import Projector
from ui.theme import Mode, theme
from workbench.accounts import unlock
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import record_opinion
from workbench.decisions import record_decision
from workbench.demo import PASSWORD
from workbench.patients import Particulars, change_patient
from workbench.screen import Sex

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
POLICE = "民警 亓*涛"
BORN = date(1980, 2, 29)
NUMBER, PHONE = an_id_number(BORN), "13900000617"
ADDRESS, ROAD = "梧桐村3组水塔西边红门", "文昌路18号3单元501室"
SECRETS = [NUMBER, PHONE, ADDRESS, "水塔西边", "501", *NAMES, *(name for name, _ in CASES.values())]
TOLD = f"石䶮（{NUMBER}，电话{PHONE}）住{ADDRESS}，搬到{ROAD}；欧阳松柏作证，亓文涛走访"
COVERED = (
    "石*（990***************，电话139********）住梧桐村3组，"
    "搬到文昌路*号*单元*室；欧阳**作证，亓*涛走访"
)
SIZES = [(1024, 768), (940, 470), (1366, 697), (1920, 1080)]
LEFT_OF_A_CASE = ["石*", "3级", "民警", "随访", "走访", "第1", *SECRETS]


@pytest.fixture
def invented(tmp_path, tmp_path_factory):
    """The store of invented data, open."""
    opened = unlock(made_demo(tmp_path_factory).copy_to(tmp_path / "demo"), PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def table(qtbot, bench, team):
    """The page of a meeting whose every free text holds what nobody else may read."""
    _who_one_is(bench, team)
    a_closed_meeting(bench, team, held_on=bench.today().replace(month=10, day=28))
    meeting = a_running_meeting(bench, team)
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    screen.bench, screen.team, screen.meeting = bench, team, meeting
    return screen


def _who_one_is(bench, team):
    given = Particulars(
        *("石䶮", Sex.MALE, BORN, "梧桐村3组", "精神分裂症"),
        id_number=NUMBER,
        phone=PHONE,
        address=ADDRESS,
    )
    change_patient(bench, team.patients["GA0101"], given, from_on=date(2026, 9, 1))


@contextmanager
def _asked():
    """Whatever is asked of any file meanwhile."""
    seen = []

    def note(*given):
        seen.append(given[2])

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def _decide(table, words):
    key, police = table.meeting.items["GA0101"], table.team.members["亓文涛"]
    record_decision(table.bench, key, text=words, implementer_id=police, due_on=date(2026, 12, 9))
    table.settle()


def _say(table, words, dissent=""):
    key, police = table.meeting.items["GA0101"], table.team.members["亓文涛"]
    record_opinion(table.bench, key, police, words=words, dissent=dissent)
    table.settle()


def test_the_case_stands_on_the_big_screen_and_every_key_arrives_without_reading(table):
    table.write("会议决定", "每周")
    table.do("project_meeting")
    words = projected()
    for part in (
        "第1/3例",
        "石*",
        "3级",
        "每周联合随访1次",
        POLICE,
        "会议决定",
        "每周",
        "正在记录",
    ):
        assert part in words
    with _asked() as statements:
        table.write("会议决定", "联合走访1次")
    assert "每周联合走访1次" in projected()
    assert statements == []
    table.do("choose_level_2")
    assert "2级" in projected()
    table.do("next_item")
    assert "欧阳**" in projected()
    assert "联合走访" not in projected()
    assert "第2/3例" in projected()


def test_nothing_that_is_typed_can_name_anybody(table):
    table.do("project_meeting")
    table.do("project_points")
    _decide(table, TOLD)
    table.write("会议决定", TOLD)
    _say(table, TOLD, "建议夜间走访")
    words = projected()
    assert words.count(COVERED) >= 3
    assert [secret for secret in SECRETS if secret in words] == []
    assert "建议夜间走访" not in words
    assert "12-09 周三" in words


def test_what_was_said_is_shown_only_once_the_chair_wants_it(table):
    _say(table, "近一月未接到警情。")
    table.do("project_meeting")
    assert "近一月未接到警情。" not in projected()
    table.do("project_points")
    assert "近一月未接到警情。" in projected()
    table.do("project_points")
    assert "近一月未接到警情。" not in projected()


def test_what_was_said_is_off_again_for_each_meeting(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    projector = Projector(window)
    projector.offer(1)
    projector.points.setChecked(True)
    projector.offer(None)
    projector.offer(1)
    assert projector.points.isChecked()
    projector.offer(2)
    assert not projector.points.isChecked()


def test_it_pauses_as_soon_as_the_meeting_is_left_and_goes_on_with_it(table):
    table.write("会议决定", "每周走访1次")
    table.do("project_meeting")
    table.do("go_patients")
    assert paused()
    assert [word for word in LEFT_OF_A_CASE if word in projected()] == []
    table.do("go_meetings")
    table.do("enter_meeting")
    assert "石*" in projected()
    assert "每周走访1次" in projected()


def test_it_pauses_while_the_window_is_put_away(table):
    table.do("project_meeting")
    table.window.setWindowState(Qt.WindowState.WindowMinimized)
    table.settle()
    assert paused()
    assert [word for word in LEFT_OF_A_CASE if word in projected()] == []
    table.window.setWindowState(Qt.WindowState.WindowFullScreen)
    table.settle()
    assert "石*" in projected()


def test_with_one_screen_the_window_becomes_the_big_screen_and_comes_back(table):
    before = table.window.windowState()
    table.press(Qt.Key.Key_F11)
    assert table.window.isFullScreen()
    assert big_screen().size() == table.window.size()
    table.press(Qt.Key.Key_K, CTRL)
    assert table.dialog() is None
    table.press(Qt.Key.Key_Z, ALT)
    table.press(Qt.Key.Key_Down, ALT)
    assert "第2/3例" in projected()
    table.press(Qt.Key.Key_Down, ALT)
    assert "第3/3例" in projected()
    table.press(Qt.Key.Key_Escape)
    assert big_screen() is None
    assert table.window.windowState() == before
    table.press(Qt.Key.Key_F11)
    table.press(Qt.Key.Key_F11)
    assert big_screen() is None


def test_a_whole_meeting_of_the_invented_data_names_nobody(qtbot, invented):
    screen = Screen(qtbot, MainWindow(invented))
    screen.do("go_meetings")
    screen.do("start_meeting")
    if screen.dialog() is not None:  # planned for another day than this one
        screen.dialog().verb.click()
        screen.settle()
    screen.do("project_meeting")
    secrets = _all_secrets(invented)
    for place in range(len(screen.rows("议程"))):
        screen.write("会议决定", "、".join(secrets[place::9]))
        assert f"第{place + 1}/" in projected()
        assert [secret for secret in secrets if secret in projected()] == []
        screen.do("next_item")


def _all_secrets(bench):
    """Every name, number and address on file."""
    people, guards = PatientDetails, GuardianDetails
    with bench.store.reading() as session:
        rows = [*session.execute(select(people.name, people.id_number, people.phone))]
        rows += session.execute(select(people.address, people.registered_address))
        rows += session.execute(select(guards.name, guards.phone, guards.address))
        rows += session.execute(select(Member.name, Member.name))
    return sorted({secret for row in rows for secret in row if secret})


def test_a_matter_is_shown_with_its_words_covered(qtbot, bench, team):
    meeting = a_running_meeting(bench, team)
    add_matter_to_agenda(bench, meeting.id, title=f"石䶮家搬到{ROAD}之后")
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    for _ in range(3):
        screen.do("next_item")
    screen.do("project_meeting")
    assert "石*家搬到文昌路*号*单元*室之后" in projected()
    assert "第4/4项" in projected()
    assert "集体评估" not in projected()


def test_words_are_large_and_whole_at_every_size(table):
    table.do("project_meeting")
    _decide(table, "县医院门诊评估")
    table.write("会议决定", "由3级调为2级；两周内完成针剂评估，监护人每晚督促服药。" * 3)
    table.window.showNormal()
    for mode, scale in ((Mode.LIGHT, 100), (Mode.DARK, 150)):
        theme().show(mode, scale)
        for size in SIZES:
            table.window.resize(*size)
            table.settle()
            _look_at(big_screen(), size)


def _look_at(big, size):
    assert (big.width(), big.height()) == size
    assert big.minimumSizeHint().width() <= size[0]
    assert big.minimumSizeHint().height() <= size[1]
    for label in (each for each in big.findChildren(QLabel) if each.isVisible() and each.text()):
        assert label.font().pointSizeF() >= 24
        assert _is_whole(label), f"{label.text()} at {size}"
    written = next(each for each in big.findChildren(QLabel) if "针剂评估" in each.text())
    assert big.rect().contains(written.mapTo(big, written.rect().bottomLeft())), size


def _is_whole(label):
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + 1
    wide = QFontMetricsF(label.font()).horizontalAdvance(label.text())
    return wide <= label.contentsRect().width() + 1
