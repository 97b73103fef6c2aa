"""How much of a person papers show."""

import pytest

from workbench.masking import (
    masked_id,
    masked_name,
    masked_phone,
    surname_with_code,
    with_houses_hidden,
    with_names_hidden,
    with_numbers_cut,
    with_numbers_masked,
)


def test_an_id_number_keeps_its_first_three_and_last_four_signs():
    assert masked_id("99010119800229001X") == "990***********001X"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13900000617", "139****0617"),
        ("0571-8800617", "057*****0617"),
        ("8800617", "*******"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_phone_number_keeps_its_ends_and_a_short_one_nothing(number, shown):
    assert masked_phone(number) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("石䶮", "石某（GA0101）"),
        ("龚砚秋", "龚某（GA0101）"),
        ("欧阳松柏", "欧阳某（GA0101）"),
        ("闻人澜", "闻人某（GA0101）"),
        ("第五", "第某（GA0101）"),
        ("阿依努尔·买买提", "阿某（GA0101）"),
        ("𬭎", "𬭎某（GA0101）"),
    ],
)
def test_what_is_passed_on_names_the_surname_and_the_case(name, shown):
    assert surname_with_code(name, "GA0101") == shown


def test_without_a_case_the_surname_stands_alone():
    assert surname_with_code("龚砚秋", "") == "龚某"


def test_a_task_slip_hides_the_middle_of_a_name():
    assert masked_name("龚砚秋") == "龚*秋"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("陪同石䶮到县三院", "陪同石*到县三院"),
        ("石䶮石、石䶮的父亲", "石某、石*的父亲"),
        ("别人", "别人"),
        ("", ""),
    ],
)
def test_names_within_a_text_are_hidden_the_longest_first(text, shown):
    assert with_names_hidden(text, {"石䶮": "石*", "石䶮石": "石某", "": "无"}) == shown


def test_without_names_a_text_stays_as_it_is():
    assert with_names_hidden("陪同石䶮", {}) == "陪同石䶮"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证号为99010119800229001X，", "身份证号为990***********001X，"),
        ("电话由13900000617改为0571-88006173", "电话由139****0617改为057******6173"),
        ("2026-11-25起，共12次，奥氮平10 mg，GA0123", "2026-11-25起，共12次，奥氮平10 mg，GA0123"),
    ],
)
def test_numbers_of_people_within_a_sentence_keep_their_ends_and_days_stay(text, shown):
    assert with_numbers_masked(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证号99010119800229001X，", "身份证号990***************，"),
        ("电话13900000617或139 0000 0617", "电话139********或139**********"),
        ("座机8800617、0571-8800617", "座机880****、057*********"),
        ("9901011", "990****"),
        ("990101", "990101"),
        ("2026-11-25至2026-12-9，共12次，10 mg，GA0123", None),
        ("12-02 14:30，11-09 12-16", None),
    ],
)
def test_of_a_number_on_a_screen_that_all_see_three_signs_are_left(text, shown):
    assert with_numbers_cut(text) == (text if shown is None else shown)


def test_whoever_watches_a_number_being_typed_never_reads_it():
    whole = "99010119800229001X"
    seen = {with_numbers_cut(whole[:end]) for end in range(len(whole) + 1)}
    assert max(len(text.replace("*", "")) for text in seen) == 6


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("住文昌路18号3号楼2单元501室", "住文昌路*号*号楼*单元*室"),
        ("梧桐村3组12号", "梧桐村3组*号"),
        ("11月25日前到县三院2楼，12号复诊，会议室", None),
    ],
)
def test_numbers_of_houses_are_hidden_and_days_stay(text, shown):
    assert with_houses_hidden(text) == (text if shown is None else shown)
