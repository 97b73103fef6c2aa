"""Every option list of the register has the numbers and words of its form."""

import pytest
import sqlalchemy as sa

from data import register_codes as codes
from data.base import Code, CodeList
from data.clinical_codes import Guardianship
from data.codes import Labelled
from data.form_versions import options as printed
from data.visit_codes import DangerousAct, FormVersion

OPTIONS = {
    codes.Ethnicity: "1汉族 2少数民族",
    codes.Education: "1文盲及半文盲 2小学 3初中 4高中/技校/中专 5大学专科及以上 6不详",
    codes.Marriage: "1未婚 2已婚 3丧偶 4离婚 5未说明",
    codes.Employment: (
        "1在岗工人 2在岗管理者 3农民 4下岗或无业 5在校学生 6退休 7专业技术人员 8其他 9不详"
    ),
    codes.Household: "1城镇 2农村",
    codes.Residency: "1户籍 2非户籍",
    codes.Economy: "1贫困，在当地贫困线标准以下 2非贫困 3不详",
    codes.Payment: (
        "1城镇职工医保 2城镇居民医保 3新农合 4贫困救助 5商业保险 6全公费 7全自费 8其他"
    ),
    codes.PastOutpatientCare: "1未治 2间断门诊治疗 3连续门诊治疗",
    codes.PastEffect: "1临床痊愈 2好转 3无变化 4加重",
    codes.LivingWith: (
        "1父母 2配偶 3儿女 4父母+配偶 5配偶+儿女 6三代同堂 7兄弟姐妹 8亲戚 9好友 10同学 11同事 12无"
    ),
    codes.ReportType: "1发病报告（30条2款2项） 2六类病种登记",
    codes.DiagnosisClass: (
        "01精神分裂症 02分裂情感性障碍 03持久的妄想性障碍（偏执性精神病） 04双相（情感）障碍 "
        "05癫痫所致精神障碍 06精神发育迟滞伴发精神障碍 07重度抑郁发作 "
        "08精神活性物质所致精神障碍 99其他"
    ),
    codes.ConsentAnswer: "1同意参加管理 0不同意参加管理",
    codes.AdmissionGround: "01已发生危害他人安全的行为 02存在危害他人安全的危险 99其他",
    codes.DisabilityGrade: "1一级 2二级 3三级 4四级",
    DangerousAct: "1轻度滋事 2肇事 3肇祸 4其他危害行为 5自伤 6自杀未遂 7无",
}
OWN = {
    codes.Precision: ["精确到年", "精确到月", "精确到日"],
    codes.FamilyHistory: ["有", "无", "不详"],
    codes.FlagKind: [
        "精准扶贫对象",
        "低保",
        "监护补助对象",
        "残疾人证",
        "关爱帮扶小组服务对象",
        "家庭医师签约服务对象",
        "参加社区康复服务",
        "免费服药",
        "公安列管重点",
        "既往严重伤害或自杀行为",
    ],
    codes.Relation: [
        "配偶",
        "父亲",
        "母亲",
        "子女",
        "兄弟姐妹",
        "祖父母或外祖父母",
        "孙子女或外孙子女",
        "其他亲属",
        "其他个人",
        "组织",
    ],
    codes.GuardianState: ["在任", "不再担任", "下落不明", "已去世"],
    codes.LifeEventKind: ["重大或持续性应激性生活事件", "物质滥用"],
    codes.Verdict: ["不是同一人", "重复登记"],
    Guardianship: ["有监护", "弱监护", "无监护"],
}


@pytest.mark.parametrize("options", OPTIONS, ids=lambda found: found.__name__)
def test_a_list_has_the_numbers_and_words_of_its_form(options):
    assert " ".join(f"{code.value}{code.label}" for code in options) == OPTIONS[options]


@pytest.mark.parametrize("version", FormVersion)
@pytest.mark.parametrize("asked", [codes.Payment, codes.PastOutpatientCare, codes.PastEffect])
def test_a_form_of_either_version_is_handed_the_same_options(asked, version):
    assert " ".join("".join(line) for line in printed(asked, version)) == OPTIONS[asked]


@pytest.mark.parametrize("options", OWN, ids=lambda found: found.__name__)
def test_a_list_of_our_own_has_these_words(options):
    assert [code.label for code in options] == OWN[options]


def test_no_list_of_the_register_is_left_out():
    lists = {
        found
        for found in vars(codes).values()
        if isinstance(found, type) and issubclass(found, Labelled) and found is not Labelled
    }
    assert lists - OPTIONS.keys() - OWN.keys() == {codes.GuardianDuty}


@pytest.mark.parametrize("options", [*OPTIONS, *OWN], ids=lambda found: found.__name__)
def test_every_option_is_stored_and_read_back(options):
    one, many = Code(options), CodeList(options)
    dialect = sa.create_engine("sqlite://").dialect
    for code in options:
        stored = one.process_bind_param(code, dialect)
        assert stored == code.value
        assert one.process_result_value(stored, dialect) is code
    stored = many.process_bind_param(tuple(reversed(options)), dialect)
    assert stored == ",".join(code.value for code in options)
    assert many.process_result_value(stored, dialect) == tuple(options)


def test_only_the_first_six_diagnoses_are_registered_as_such():
    assert [code.value for code in codes.DiagnosisClass if code.among_six] == [
        "01",
        "02",
        "03",
        "04",
        "05",
        "06",
    ]


def test_no_duty_of_a_guardian_speaks_of_locking_in():
    words = "".join(duty.label for duty in codes.GuardianDuty)
    assert len(codes.GuardianDuty) == 8
    assert not [bad for bad in ("锁", "限制", "禁闭", "看管住", "不得外出") if bad in words]
