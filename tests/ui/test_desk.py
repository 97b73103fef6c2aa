"""Going back and forth over the desk."""

from PySide6.QtCore import Qt
from sqlalchemy import func, select

from data.models.audit import AuditRow
from tests.builders import CASES

ALT = Qt.KeyboardModifier.AltModifier
BY_NAME = CASES["GA0101"][0]


def times_opened(bench):
    query = select(func.count()).where(AuditRow.action == "open_case_page")
    with bench.store.reading() as session:
        return session.scalar(query)


def test_alt_and_arrows_lead_back_and_forth_keeping_drafts_and_forgetting_names(
    screen, bench, meeting
):
    screen.do("go_meetings")
    screen.do("enter_meeting")
    screen.write("会议决定", "龚砚秋每周上门")
    screen.do("go_patients")
    screen.open_row("患者列表", 0)
    screen.do("open_selected_case")
    screen.waits_for(BY_NAME)
    assert times_opened(bench) == 1
    screen.press(Qt.Key.Key_Left, ALT)
    assert BY_NAME not in screen.words()
    assert screen.shows("患者列表")
    screen.press(Qt.Key.Key_Left, ALT)
    assert "龚砚秋每周上门" in screen.reads("会议决定")
    screen.press(Qt.Key.Key_Right, ALT)
    screen.press(Qt.Key.Key_Right, ALT)
    screen.waits_for(BY_NAME)
    assert times_opened(bench) == 2
    assert not screen.can("go_forward")
