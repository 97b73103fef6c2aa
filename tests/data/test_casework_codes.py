"""Every option list of case work has the numbers and words of its document, and comes back."""

import pytest
import sqlalchemy as sa

from data.base import Code, CodeList
from data.casework_codes import (
    AnnotationOutcome,
    CareForm,
    ExitReason,
    IntakeOutcome,
    ItemState,
    ManagementLevel,
    PlanArea,
    SlipEvidence,
    SlipResult,
    Standing,
    UntreatedReason,
)
from data.clinical_codes import Criterion

LISTS = {
    CareForm: [
        ("1", "门诊"),
        ("2", "住院"),
        ("3", "社区治疗"),
        ("4", "社区康复"),
        ("5", "自购药品"),
        ("6", "未治"),
    ],
    UntreatedReason: [
        ("1", "经济条件不允许"),
        ("2", "认为病已好"),
        ("3", "对治疗无信心"),
        ("4", "药物不良反应"),
        ("5", "其他"),
    ],
    ManagementLevel: [("1", "一级管理"), ("2", "二级管理"), ("3", "三级管理")],
    PlanArea: [
        ("risk", "风险防范"),
        ("medication", "药物管理"),
        ("guardianship", "家庭监护"),
        ("behaviour", "行为管理"),
        ("psychology", "心理干预"),
        ("symptoms", "改善精神症状"),
        ("insight", "提高自知力"),
        ("body", "躯体问题处理"),
    ],
    ItemState: [
        ("not_begun", "未开始"),
        ("running", "进行中"),
        ("reached", "已达到"),
        ("not_reached", "未达到"),
        ("no_longer_needed", "不再需要"),
    ],
    IntakeOutcome: [("accepted", "同意入组"), ("rejected", "不入组"), ("deferred", "暂缓")],
    Standing: [("running", "在组"), ("paused", "暂停"), ("ended", "出组")],
    ExitReason: [
        ("goals", "目标达到，不再符合入组标准"),
        ("transferred", "已转出并由接收地接收"),
        ("died", "死亡"),
        ("consent_withdrawn", "撤回知情同意"),
    ],
    AnnotationOutcome: [("adopted", "采纳"), ("not_adopted", "不采纳")],
    SlipResult: [
        ("done", "已办"),
        ("partly", "部分办理"),
        ("no_longer_needed", "未办：情况变化，不再需要"),
        ("not_done", "未办：其他原因"),
    ],
    SlipEvidence: [
        ("photos", "照片＿＿张"),
        ("records", "记录＿＿页"),
        ("receipts", "回执、单据＿＿份"),
        ("none", "无"),
    ],
}


@pytest.mark.parametrize("codes", LISTS, ids=lambda codes: codes.__name__)
def test_every_list_has_its_numbers_and_words(codes):
    assert [(code.value, code.label) for code in codes] == LISTS[codes]


@pytest.mark.parametrize("codes", LISTS, ids=lambda codes: codes.__name__)
def test_every_code_comes_back_as_it_was_stored(codes):
    engine = sa.create_engine("sqlite://")
    stored = sa.Table("stored", sa.MetaData(), sa.Column("code", Code(codes)))
    with engine.begin() as connection:
        stored.create(connection)
        connection.execute(sa.insert(stored), [{"code": code} for code in codes])
        assert list(connection.scalars(sa.select(stored.c.code))) == list(codes)
        plain = connection.exec_driver_sql("SELECT code FROM stored").scalars()
        assert list(plain) == [value for value, _ in LISTS[codes]]
    engine.dispose()


def test_several_criteria_are_stored_in_the_order_of_the_list():
    stored = CodeList(Criterion)
    text = stored.process_bind_param((Criterion.BODY, Criterion.LOW_LEVEL), None)
    assert text == "high_risk.level,unstable.body"
    assert stored.process_result_value(text, None) == (Criterion.LOW_LEVEL, Criterion.BODY)
