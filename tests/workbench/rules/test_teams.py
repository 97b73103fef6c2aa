"""Which kinds of member a village team lacks (齐云山镇方案（2024），三（一）1)."""

from hypothesis import given
from hypothesis import strategies as st

from data.codes import MemberRole
from workbench.rules.teams import lacking_in_village_team

NINE = [
    "组长（村、社区主任）",
    "村、社区干部",
    "网格员",
    "基层精防人员",
    "卫生医疗机构人员",
    "民政",
    "残疾人专职委员",
    "家属",
    "志愿者",
]
FULL = {
    MemberRole.LEADER,
    MemberRole.GRID,
    MemberRole.PREVENTION,
    MemberRole.MEDICAL,
    MemberRole.CIVIL_AFFAIRS,
    MemberRole.DISABLED_FEDERATION,
    MemberRole.FAMILY,
    MemberRole.VOLUNTEER,
}


def test_an_empty_team_lacks_all_nine_kinds():
    assert [lacking.kind for lacking in lacking_in_village_team([])] == NINE


def test_a_head_who_leads_is_a_cadre_too():
    assert lacking_in_village_team(FULL) == ()


def test_each_kind_that_is_missing_is_named_with_who_could_be_it():
    (lacking,) = lacking_in_village_team(FULL - {MemberRole.MEDICAL})
    assert lacking.because == (
        "小组里没有“卫生医疗机构人员”，可由精神科医师或医疗机构人员担任"
        "（齐云山镇提质增效专项行动方案（2024），三（一）1）。"
    )


@given(st.sets(st.sampled_from(MemberRole)), st.sampled_from(MemberRole))
def test_one_more_member_never_makes_a_team_lack_more(roles, one_more):
    before, now = lacking_in_village_team(roles), lacking_in_village_team(roles | {one_more})
    assert set(now) <= set(before)
