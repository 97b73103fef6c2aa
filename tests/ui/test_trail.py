"""The way one came, as plain values."""

from ui.trail import LONGEST, Stop, Trail


def walked(*pages):
    trail = Trail()
    for page in pages:
        trail.visit(Stop(page))
    return trail


def test_nowhere_is_left_before_one_went_anywhere():
    trail = Trail()
    assert (trail.here(), trail.step(-1), trail.behind()) == (None, None, [])


def test_back_and_forth_lead_along_the_same_way():
    trail = walked("today", "patients", "case")
    assert [trail.step(-1).page, trail.step(-1).page] == ["patients", "today"]
    assert (trail.can_step(-1), trail.step(-1)) == (False, None)
    assert [trail.step(1).page, trail.step(1).page] == ["patients", "case"]
    assert not trail.can_step(1)


def test_going_somewhere_new_forgets_what_lay_ahead():
    trail = walked("today", "patients", "case")
    trail.step(-1)
    trail.visit(Stop("tasks"))
    assert not trail.can_step(1)
    assert [stop.page for stop in trail.behind()] == ["tasks", "patients", "today"]


def test_another_subject_on_the_same_page_is_another_stop_and_the_same_one_is_none():
    trail = Trail()
    for subject in (1, 1, 2):
        trail.visit(Stop("case", subject))
    assert trail.behind() == [Stop("case", 2), Stop("case", 1)]


def test_what_a_page_turned_to_by_itself_is_come_back_to():
    trail = walked("meetings", "live")
    trail.note(7)
    trail.visit(Stop("today"))
    assert trail.step(-1) == Stop("live", 7)


def test_the_longest_way_forgets_its_beginning():
    trail = walked(*map(str, range(LONGEST + 5)))
    assert (len(trail.behind()), trail.behind()[-1].page) == (LONGEST, "5")
