"""What became of the words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.wordings import Fate, compare_wordings

MARKS = {Fate.KEPT: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "[+{}+]"}
TEXTS = st.text(alphabet="甲乙丙丁，。12-", max_size=12)


def said(pieces):
    return "".join(MARKS[piece.fate].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (
            "母亲每晚督促服药，记入看护手册",
            "村医每晚送药到家督促服药，记入看护手册",
            "[-母亲-]每晚督促服药，记入看护手册",
            "[+村医+]每晚[+送药到家+]督促服药，记入看护手册",
        ),
        ("12-05前完成", "12-25前完成", "[-12-05-]前完成", "[+12-25+]前完成"),
        ("每周1次", "每周1次", "每周1次", "每周1次"),
        ("", "补签监护协议", "", "[+补签监护协议+]"),
        ("补签监护协议", "", "[-补签监护协议-]", ""),
        ("", "", "", ""),
        ("陪同门诊", "核查周边隐患", "[-陪同门诊-]", "[+核查周边隐患+]"),
    ],
)
def test_words_that_went_and_words_that_came_are_told_apart(before, after, was, now):
    found = compare_wordings(before, after)
    assert (said(found.before), said(found.after)) == (was, now)


def test_a_single_character_between_two_changes_goes_with_them():
    found = compare_wordings("记录睡眠；酒、浓茶劝止。请家属", "记录睡眠；烟、咖啡劝止。请家属")
    assert said(found.after) == "记录睡眠；[+烟、咖啡+]劝止。请家属"


@given(TEXTS, TEXTS)
def test_each_side_still_reads_as_it_was_written(before, after):
    found = compare_wordings(before, after)
    assert "".join(piece.text for piece in found.before) == before
    assert "".join(piece.text for piece in found.after) == after
    assert not any(piece.fate is Fate.ADDED for piece in found.before)
    assert not any(piece.fate is Fate.REMOVED for piece in found.after)
