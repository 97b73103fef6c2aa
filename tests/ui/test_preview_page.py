"""The minutes on the screen are the pages that will be printed."""

import pytest

from tests.builders import a_closed_meeting, settle_all
from workbench.assessments import record_opinion


@pytest.fixture
def screen(screen):
    """The window on the list of meetings."""
    screen.do("go_meetings")
    return screen


def test_a_draft_shows_its_pages_and_the_paper_it_takes(bench, team, meeting, screen):
    settle_all(bench, team, meeting)
    screen.settle()
    screen.do("preview_document")
    screen.waits_for("草稿·第1/")
    screen.waits_until(lambda: screen.window.desk.preview.view.has_picture())
    assert screen.rows("页面")[0] == "第1页"
    assert "双面打印" in screen.words()
    assert not screen.can("previous_page")


def test_pages_turn_and_zoom(bench, team, screen):
    a_closed_meeting(bench, team)
    screen.settle()
    screen.do("preview_document")
    screen.waits_for("第1/")
    screen.waits_until(lambda: screen.window.desk.preview.view.has_picture())
    assert "草稿" not in screen.words()
    wide = screen.window.desk.preview.view.minimumWidth()
    screen.do("zoom_out")
    assert screen.window.desk.preview.view.minimumWidth() < wide
    screen.do("fit_width")
    assert screen.window.desk.preview.view.minimumWidth() == wide
    if screen.can("next_page"):
        screen.do("next_page")
        assert "第2/" in screen.words()
    screen.do("leave_preview")
    assert screen.shows("会议列表")


def test_characters_that_will_not_print_are_named(bench, team, meeting, screen):
    item = meeting.items["GA0101"]
    record_opinion(bench, item, team.members["亓文涛"], words="近期常写“\U0003106c”字。")
    screen.settle()
    screen.do("preview_document")
    screen.waits_for("有些字可能印不出：")


def test_leaving_early_stops_the_drawing(meeting, screen):
    screen.do("preview_document")
    screen.do("leave_preview")
    assert screen.shows("会议列表")
