"""Confirming an item records all of it, or nothing."""

from datetime import date

import pytest
import sqlalchemy as sa

from data.codes import RiskLevel, Stability
from data.models.assessments import Discussion, Opinion
from tests.builders import a_closed_meeting, a_running_meeting, reopened
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import Said
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import Deciding
from workbench.drafts import read_draft, save_draft, subject_of
from workbench.errors import (
    DecisionMissing,
    DecisionNeedsDueDate,
    LevelMissing,
    NotOnTeam,
    ReasonNeeded,
)
from workbench.live import read_item

THREE = RiskLevel.ANYWHERE


def whole(team, **change):
    values = {
        "said": {team.members["亓文涛"]: Said("出警一次。", THREE)},
        "level": THREE,
        "stability": Stability.UNSTABLE,
        "deciding": Deciding("每周联合随访1次", team.members["亓文涛"], date(2026, 12, 23)),
    }
    return Confirmed(**(values | change))


def state(bench, item):
    details = read_item(bench, item)
    said = [row.words for row in details.opinions if row.words]
    return said, details.level, [d.text for d in details.decisions]


def test_all_of_it_is_recorded_and_the_draft_is_gone(bench, team, meeting):
    item = meeting.items["GA0101"]
    subject = subject_of(meeting.id, item)
    save_draft(bench, "live", subject, {"words": "出警"})
    confirm_item(bench, item, whole(team), request_id="r1")
    assert state(bench, item) == (["出警一次。"], THREE, ["每周联合随访1次"])
    assert read_draft(bench, "live", subject) is None
    assert read_item(bench, item).settled


def test_the_same_request_twice_decides_once(bench, team, meeting):
    item = meeting.items["GA0101"]
    for _ in range(2):
        confirm_item(bench, item, whole(team), request_id="r1")
    assert len(read_item(bench, item).decisions) == 1


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"level": None}, LevelMissing),
        ({"level": RiskLevel.NONE}, ReasonNeeded),
        ({"deciding": None}, DecisionMissing),
        ({"deciding": Deciding("补签协议", 4, None)}, DecisionNeedsDueDate),
        ({"said": {1: Said("先说一句"), 99: Said("路人")}}, NotOnTeam),
    ],
)
def test_a_refusal_leaves_nothing_half_written(bench, team, meeting, change, refusal):
    item = meeting.items["GA0101"]
    subject = subject_of(meeting.id, item)
    save_draft(bench, "live", subject, {"words": "出警"})
    with pytest.raises(refusal):
        confirm_item(bench, item, whole(team, **change))
    assert state(bench, item) == ([], None, [])
    assert read_draft(bench, "live", subject) == {"words": "出警"}


def test_words_nobody_in_particular_said_are_kept_corrected_and_taken_back(bench, team, meeting):
    item = meeting.items["GA0101"]
    confirm_item(bench, item, whole(team, discussion="大家同意加强走访。"))
    assert read_item(bench, item).discussion == "大家同意加强走访。"
    for words in ("大家同意每周走访。", None):
        confirm_item(bench, item, whole(team, deciding=None, discussion=words))
        assert read_item(bench, item).discussion == "大家同意每周走访。"
    confirm_item(bench, item, whole(team, deciding=None, discussion=" "))
    assert read_item(bench, item).discussion == ""
    with bench.store.reading() as session:
        assert session.scalar(sa.select(sa.func.count(Discussion.id))) == 3


def test_a_conclusion_whose_work_others_do_gives_no_task(bench, team, meeting):
    item = meeting.items["GA0101"]
    deciding = Deciding("由2级调为3级。", team.members["穆青禾"], date(2026, 12, 23), False)
    confirm_item(bench, item, whole(team, deciding=deciding))
    (decision,) = read_item(bench, item).decisions
    assert (decision.text, decision.implementer, decision.gives_work) == (
        "由2级调为3级。",
        "穆青禾",
        False,
    )
    confirm_item(bench, item, whole(team))
    assert [d.gives_work for d in read_item(bench, item).decisions] == [False, True]


def test_what_is_recorded_is_not_written_again(bench, team, meeting):
    item = meeting.items["GA0101"]
    confirm_item(bench, item, whole(team))
    confirm_item(bench, item, whole(team, deciding=None))
    with bench.store.reading() as session:
        assert session.scalar(sa.select(sa.func.count(Opinion.id))) == 1


def test_a_matter_needs_a_decision_and_no_rating(bench, team, meeting):
    matter = add_matter_to_agenda(bench, meeting.id, title="取暖安全")
    with pytest.raises(DecisionMissing):
        confirm_item(bench, matter, Confirmed())
    confirm_item(bench, matter, whole(team, level=None, said={}))
    assert read_item(bench, matter).settled


def test_a_changed_level_is_asked_for_its_reason_here_too(bench, team):
    a_closed_meeting(bench, team, date(2026, 10, 28))
    item = a_running_meeting(bench, team).items["GA0103"]
    lower = whole(team, level=RiskLevel.AT_HOME, said={})
    with pytest.raises(ReasonNeeded, match="由3级改为2级"):
        confirm_item(bench, item, lower)
    confirm_item(bench, item, whole(team, level=RiskLevel.AT_HOME, said={}, reason="好转。"))
    again = reopened(bench)
    assert read_item(again, item).reason == "好转。"
    again.close()
