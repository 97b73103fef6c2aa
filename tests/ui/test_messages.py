"""What the program says when something is in the way, or went wrong."""

import pytest

from ui.messages import explain
from workbench.errors import EmptyAgenda


def _break_over(name):
    raise KeyError(name)


def test_a_refusal_keeps_its_own_words():
    problem = explain(EmptyAgenda())
    assert problem.message == "议程还是空的。"
    assert problem.safe == "没有改动任何记录。"
    assert problem.next_step.startswith("请先把个案")
    assert not problem.report


def test_a_fault_is_owned_up_to_and_its_report_names_nobody(caplog):
    caplog.expected = True
    with pytest.raises(KeyError) as caught:
        _break_over("石䶮")
    problem = explain(caught.value)
    assert "编号E-" in problem.message
    assert "KeyError" in problem.report
    assert "_break_over" in problem.report
    assert "石䶮" not in problem.report + caplog.text


def test_a_refusal_is_shown_in_words(screen, team, bench):
    screen.do("plan_meeting")
    screen.write("地点", "镇政府三楼会议室")
    screen.dialog().verb.click()
    screen.settle()
    screen.do("start_meeting")
    assert screen.dialog().problem.message == "议程还是空的。"
    assert "没有改动任何记录。" in screen.words()
    assert "请先把个案或其他事项列入议程。" in screen.words()
