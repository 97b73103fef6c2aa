"""The lists of help are the program's own, and their words and values stay as they are."""

import pytest

from data import assistance_codes as codes
from data.codes import Labelled

LISTS = {
    codes.SubsidyState: (
        "applied已申请 granted已批准 refused未批准 paused暂停发放 cancelled已取消 "
        "guardian_changed已调整监护人"
    ),
    codes.SubsidyStep: "cancel取消补贴 change_guardian调整监护人",
    codes.ProposalOutcome: "accepted同意 rejected不同意 deferred暂缓",
    codes.AssistanceKind: (
        "medicine_costs药费补助 living_allowance困难生活补贴 nursing_allowance护理补贴 "
        "destitute_support五保（特困供养） minimum_living低保 guardian_subsidy监护补贴 "
        "home_service上门服务 medical_insurance医疗保险参保 medical_aid定点医疗救助 "
        "veteran_care复员退伍军人优抚"
    ),
    codes.AssistanceState: (
        "not_entitled不符合条件 to_apply待申请 applied已申请 received已享受 refused未批准 "
        "paused暂停 ended已停止"
    ),
}


@pytest.mark.parametrize("options", LISTS, ids=lambda found: found.__name__)
def test_a_list_keeps_its_words_and_values(options):
    assert " ".join(f"{code.value}{code.label}" for code in options) == LISTS[options]


def test_no_list_is_left_out():
    lists = {
        found
        for found in vars(codes).values()
        if isinstance(found, type) and issubclass(found, Labelled) and found is not Labelled
    }
    assert lists == LISTS.keys()
