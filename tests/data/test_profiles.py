"""The profiles that ship with the program."""

import pytest

from data.profiles import NATIONAL, UnknownProfile, profile_names, read_profile
from data.rule_values import Standing, Unit

PLACES = ("管庄地区(2019)", "齐云山镇(2024)", "达拉特旗(2024)")


def test_there_is_a_base_and_three_places():
    assert profile_names() == (NATIONAL, *PLACES)


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_has_every_value(name):
    assert read_profile(name).name == name
    assert read_profile(name).rules.keys() == read_profile(NATIONAL).rules.keys()


@pytest.mark.parametrize("name", PLACES)
def test_a_place_supplies_only_what_its_document_says(name):
    for key, rule in read_profile(name).rules.items():
        assert rule.key == key
        assert rule.profile in {name, NATIONAL}
        if rule.profile == name:
            assert rule.standing is Standing.STATED
            assert name[:4] in rule.source
        else:
            assert rule == read_profile(NATIONAL)[key]


@pytest.mark.parametrize(
    ("name", "key", "supplier"),
    [
        ("管庄地区(2019)", "entry.high_risk.min_criteria", "管庄地区(2019)"),
        ("管庄地区(2019)", "visit.interval.stable", NATIONAL),
        ("齐云山镇(2024)", "visit.interval.basic", "齐云山镇(2024)"),
        ("齐云山镇(2024)", "entry.high_risk.min_criteria", NATIONAL),
        ("达拉特旗(2024)", "exchange.period", "达拉特旗(2024)"),
    ],
)
def test_each_value_names_the_profile_it_comes_from(name, key, supplier):
    assert read_profile(name)[key].profile == supplier


@pytest.mark.parametrize("typed", ["管庄地区（2019）", "管庄地区（2019)", " 管庄地区(2019) "])
def test_the_brackets_of_a_name_may_be_of_either_width(typed):
    assert read_profile(typed).name == "管庄地区(2019)"


@pytest.mark.parametrize("typed", ["", "国家", "自定义"])
def test_an_unknown_name_is_refused(typed):
    with pytest.raises(UnknownProfile):
        read_profile(typed)


@pytest.mark.parametrize(
    ("key", "amount", "unit"),
    [
        ("entry.high_risk.min_criteria", 2, Unit.CRITERIA),
        ("entry.unstable.min_criteria", 1, Unit.CRITERIA),
        ("entry.readmissions", 2, Unit.TIMES),
        ("visit.interval.stable", 3, Unit.MONTHS),
        ("visit.interval.basic", 1, Unit.MONTHS),
        ("visit.interval.unstable", 14, Unit.DAYS),
        ("visit.after_referral", 14, Unit.DAYS),
        ("intake.receive", 5, Unit.WORKING_DAYS),
        ("intake.file", 10, Unit.WORKING_DAYS),
    ],
)
def test_the_base_values_are_those_of_the_sources(key, amount, unit):
    rule = read_profile(NATIONAL)[key]
    assert (rule.amount, rule.unit) == (amount, unit)


def test_what_the_base_borrows_from_a_place_is_a_default():
    for rule in read_profile(NATIONAL).rules.values():
        borrowed = any(place in rule.source for place in ("取自", "推得", "未核对", "没有找到"))
        assert borrowed == (rule.standing is Standing.DEFAULT), rule.key
        assert ("默认值" in rule.basis) == borrowed
        assert (rule.source in rule.basis) != borrowed
