"""Every option list of the visit record, number by number, and how it reaches the file and back."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from data.base import CodeList
from data.clinical_codes import Adherence, Insight, SocialFunction
from data.codes import RiskLevel, Stability
from data.facts import Written
from data.form_versions import options
from data.models.patients import Patient
from data.models.visits import Visit
from data.visit_codes import (
    Condition,
    DangerousAct,
    DeathCause,
    DeathDetail,
    FormVersion,
    HospitalStay,
    LabCheck,
    Locking,
    LostReason,
    PersonSeen,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    TreatmentEffect,
    YesNo,
)

LISTS = {
    PersonSeen: "1患者本人 2患者家属、监护人 3其他知情人",
    LostReason: "1外出打工/务工 2迁居他处 3走失 4连续3次未访到 5其他",
    DeathCause: "1躯体疾病 2自杀 3他杀 4意外 5精神疾病相关并发症 6其他",
    DeathDetail: (
        "1传染病和寄生虫病 2肿瘤 3心脏病 4脑血管病 5呼吸系统疾病 6消化系统疾病 7其他疾病 8不详"
    ),
    Symptom: (
        "1幻觉 2交流困难 3猜疑 4喜怒无常 5行为怪异 6兴奋话多 7伤人毁物 8悲观厌世 9无故外走 "
        "10自语自笑 11孤僻懒散 12其他"
    ),
    Insight: "1自知力完全 2自知力不全 3自知力缺失",
    Condition: "1良好 2一般 3较差",
    SocialFunction: "1良好 2一般 3较差 9此项不适用",
    DangerousAct: "1轻度滋事 2肇事 3肇祸 4其他危害行为 5自伤 6自杀未遂 7无",
    Locking: "1无关锁 2关锁 3关锁已解除",
    HospitalStay: "0未住院 1目前正在住院 2曾住院，现未住院",
    LabCheck: "1无 2有",
    Adherence: "1按医嘱规律用药 2间断用药 3不用药 4医嘱勿需用药",
    ReactionSeen: "1无 2有 9此项不适用",
    TreatmentEffect: "1痊愈 2好转 3无变化 4加重 9此项不适用",
    YesNo: "1否 2是",
    Rehabilitation: "1生活劳动能力 2职业训练 3学习能力 4社会交往 5其他",
    Stability: "1不稳定 2基本稳定 3稳定",
}


def spelled(codes, version=FormVersion.V2017):
    return " ".join(f"{number}{words}" for number, words in options(codes, version))


@pytest.mark.parametrize("codes", LISTS, ids=lambda codes: codes.__name__)
def test_each_list_reads_as_it_is_printed(codes):
    assert spelled(codes) == LISTS[codes]


def test_the_danger_is_rated_from_0_to_5():
    assert [level.label for level in RiskLevel] == ["0级", "1级", "2级", "3级", "4级", "5级"]


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("lost_reason", LostReason),
        ("death_cause", DeathCause),
        ("death_detail", DeathDetail),
        ("insight", Insight),
        ("sleep", Condition),
        ("diet", Condition),
        ("productive_work", SocialFunction),
        ("locking", Locking),
        ("hospital_stay", HospitalStay),
        ("lab_check", LabCheck),
        ("adherence", Adherence),
        ("reaction", ReactionSeen),
        ("effect", TreatmentEffect),
        ("referred", YesNo),
        ("stability", Stability),
        ("form_version", FormVersion),
    ],
)
def test_each_code_comes_back_from_the_file(bench, column, codes):
    with bench.store.reading() as session:
        for code in codes:
            assert stored_and_read(bench, session, column, code) is code


@pytest.mark.parametrize(
    ("column", "codes"),
    [("seen", PersonSeen), ("symptoms", Symptom), ("rehabilitation", Rehabilitation)],
)
def test_several_ticks_come_back_in_the_order_of_the_form(bench, column, codes):
    every = tuple(codes)
    with bench.store.reading() as session:
        assert stored_and_read(bench, session, column, every[::-1]) == every
        assert stored_and_read(bench, session, column, ()) == ()
        assert stored_and_read(bench, session, column, None) is None


def test_ticks_are_kept_as_plain_numbers(bench):
    with bench.store.reading() as session:
        ticked = (Symptom.OTHER, Symptom.HALLUCINATION, Symptom.SUSPICION)
        stored_and_read(bench, session, "symptoms", ticked)
        stored = session.scalar(sa.text("SELECT symptoms FROM visit ORDER BY id DESC"))
    assert stored == "1,3,12"


def test_a_tick_that_is_not_in_the_list_never_reaches_the_file(bench):
    with bench.store.reading() as session, pytest.raises(StatementError, match="99"):
        session.execute(sa.select(sa.bindparam("ticked", ("99",), CodeList(Symptom))))


def stored_and_read(bench, session: Session, column, value):
    session.add(patient := Patient(registered_on=bench.today()))
    session.flush()
    visit = Visit.enter(
        session,
        Written(bench.now(), 1),
        patient_id=patient.id,
        true_from=bench.today(),
        form="2",
        **{column: value},
    )
    session.expire(visit)
    return getattr(visit, column)
