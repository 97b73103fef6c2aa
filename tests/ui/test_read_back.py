"""The page on which a meeting is read back and closed."""

import pytest
from PySide6.QtCore import Qt

from data.codes import RiskLevel
from tests.builders import CASES, NAMES, settle, settle_all
from workbench.decisions import continue_case
from workbench.meetings import list_meetings, read_meeting

LIST = "会末核对"


@pytest.fixture
def reading(calm, team, bench, screen):
    """The read-back of a meeting at which one case goes on and one is not settled."""
    continue_case(bench, calm.items["GA0102"])
    settle(bench, team, calm.items["GA0101"], RiskLevel.AT_HOME, reason="三个月平稳。")
    screen.do("enter_meeting")
    screen.do("read_back")
    screen.waits_for("还有1处要先补上")
    return screen


def test_gaps_lead_to_their_item_and_the_same_key_leads_back(calm, team, bench, reading):
    rows = reading.rows(LIST)
    assert rows[0] == "03 仇*满，还没有结论，去处理"
    assert "由3级改为2级" in rows[1]
    assert "理由：三个月平稳。" in rows[1]
    assert "每周联合随访1次（亓*涛，12月23日前）" in rows[1]
    assert rows[2] == "维持原等级和原计划1例：欧阳**"
    reading.press(Qt.Key.Key_Return)
    assert "GA0103·" in reading.words()
    settle(bench, team, calm.items["GA0103"], RiskLevel.ANYWHERE)
    reading.settle()
    reading.do("read_back")
    reading.waits_for("共3项，都有结论。")
    assert len(reading.rows(LIST)) == 3


def test_one_key_seals_with_the_time_that_stands_there(calm, team, bench, reading):
    settle(bench, team, calm.items["GA0103"], RiskLevel.ANYWHERE)
    reading.waits_for("共3项，都有结论。")
    assert reading.named("散会时间").moment().hour == 14
    reading.named(LIST).setFocus()
    reading.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading.waits_until(lambda: list_meetings(bench)[0].state == "closed")
    assert read_meeting(bench, calm.id).ends.hour == 14


def test_nobody_is_named_in_full_while_it_is_read_out(reading):
    told = reading.words()
    assert not [name for name, _ in CASES.values() if name in told]
    assert not [name for name in NAMES if name in told]


def test_the_names_of_what_goes_on_are_shown_when_wanted(reading):
    reading.open_line(LIST, "维持原等级")
    assert not reading.can("return_to_item")
    reading.named(LIST).setFocus()
    before = reading.named(LIST).sizeHintForRow(reading.named(LIST).model().rowCount() - 1)
    reading.press(Qt.Key.Key_Return)
    after = reading.named(LIST).sizeHintForRow(reading.named(LIST).model().rowCount() - 1)
    assert after > before


def test_what_was_said_in_the_meantime_is_read_again(meeting, team, bench, screen):
    screen.do("read_back")
    screen.waits_for("还有3处要先补上")
    settle_all(bench, team, meeting)
    screen.waits_for("共3项，都有结论。")
