"""Who speaks in the lines written down at a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.speakers import (
    Discussion,
    Person,
    addressed,
    as_text,
    meant,
    offered,
    speaker_of,
    spoken,
    tags,
)

POLICE = Person(1, "民警", ("亓", "亓*涛", "亓文涛"))
SECOND = Person(2, "民警", ("邬", "邬*峤", "邬远峤"))
DOCTOR = Person(3, "精防", ("穆", "穆*禾", "穆青禾"), "精防医师")
VILLAGE = Person(4, "村居干部", ("皮", "皮*香", "皮桂香"), "村（社区）干部")
PEOPLE = (POLICE, SECOND, DOCTOR, VILLAGE)


def test_people_are_called_by_part_and_surname():
    assert list(tags(PEOPLE).values()) == ["民警 亓", "民警 邬", "精防 穆", "村居干部 皮"]


def test_two_of_one_surname_are_told_apart():
    other = Person(5, "民警", ("亓", "亓*海", "亓文海"))
    twin = Person(6, "民警", ("亓", "亓*涛", "亓武涛"))
    found = tags((POLICE, other, twin))
    assert found == {1: "民警 亓文涛", 5: "民警 亓*海", 6: "民警 亓武涛"}
    assert spoken("民警 亓：看不出是谁。", (POLICE, other)).said == {}


def test_a_line_belongs_to_whom_it_begins_with():
    text = "民警 亓：11-14 出警一次。\n@精防医师穆: 断药9天。\n亓文涛 家属已赔付。\n大家同意下调。"
    assert spoken(text, PEOPLE) == Discussion(
        {1: "11-14 出警一次。\n家属已赔付。", 3: "断药9天。"}, "大家同意下调。"
    )


def test_a_part_that_only_one_has_is_enough():
    assert spoken("精防医师：断药。\n民警：出警。", PEOPLE) == Discussion(
        {3: "断药。"}, "民警：出警。"
    )


def test_a_line_that_begins_with_white_space_goes_on():
    assert spoken("民警 亓：出警。\n  家属赔付。", PEOPLE).said == {1: "出警。\n家属赔付。"}


@pytest.mark.parametrize("line", ["民警亓某说", "民警们：都在。", "穆：断药。", ""])
def test_what_only_looks_like_a_speaker_is_the_discussions_own(line):
    assert spoken(line, PEOPLE) == Discussion({}, line)


def test_a_tag_without_words_says_nothing():
    assert spoken("民警 亓：\n", PEOPLE) == Discussion({}, "")
    assert speaker_of("民警 亓：", PEOPLE) == 1
    assert speaker_of("大家同意。", PEOPLE) is None


words = st.text(st.sampled_from("出警一次平稳，。 0123：:@亓民"), min_size=1, max_size=12)
utterance = st.lists(words.map(str.strip).filter(bool), min_size=1, max_size=3).map("\n".join)


@given(st.dictionaries(st.sampled_from([1, 2, 3, 4]), utterance), st.text("大家同意。", max_size=9))
def test_what_was_said_is_read_back_as_it_was_written(said, rest):
    told = {
        key: "\n".join(w.lstrip("：:").strip() for w in v.split("\n")) for key, v in said.items()
    }
    told = {key: v.strip() for key, v in told.items() if v.strip()}
    discussion = Discussion(told, rest)
    assert spoken(as_text(discussion, PEOPLE), PEOPLE) == discussion


def test_somebody_is_addressed_in_every_way_that_means_one_person():
    assert addressed("民警 亓核查", PEOPLE) == (1, 4)
    assert addressed("@民警亓*涛 核查", PEOPLE) == (1, 6)
    assert addressed("皮桂香 陪同", PEOPLE) == (4, 3)
    assert addressed("民警 核查", PEOPLE) is None


def test_initials_part_and_name_say_who_is_meant():
    assert meant("qwt", PEOPLE) == [POLICE]
    assert meant("民警", PEOPLE) == [POLICE, SECOND]
    assert meant("精防", PEOPLE) == [DOCTOR]
    assert meant("村干部", PEOPLE) == [VILLAGE]
    assert meant("张三", PEOPLE) == []


def test_everybody_is_offered_before_anything_is_typed():
    assert offered("", PEOPLE) == list(PEOPLE)
    assert offered("mj", PEOPLE)[:2] == [POLICE, SECOND]
    assert offered("xx", PEOPLE) == []
