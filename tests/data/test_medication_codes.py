"""Lists of medication, word by word."""

from data.clinical_codes import Adherence
from data.form_versions import number_of
from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    MedicationPurpose,
    NotTakingCause,
    Reaction,
)
from data.visit_codes import FormVersion


def labels(codes):
    return [code.label for code in codes]


def test_the_four_classes_have_the_numbers_of_the_visit_record():
    listed = {c.label: (c.value, c.adherence) for c in MedicationClass}
    assert listed == {
        "按医嘱规律服药": ("1", Adherence.REGULAR),
        "医嘱不需服药": ("4", Adherence.NOT_NEEDED),
        "间断服药": ("2", Adherence.INTERMITTENT),
        "持续未服药": ("3", Adherence.NONE),
    }
    for code in MedicationClass:
        assert number_of(code.adherence, FormVersion.V2017) == code.value
        assert MedicationClass.of(code.adherence) is code


def test_each_cause_knows_its_number_in_the_booklet_where_there_is_one():
    assert {c.label: c.booklet_codes for c in NotTakingCause} == {
        "贫困未买药": ("1",),
        "购药不方便": (),
        "依从性差、副作用大、主观抵触": ("4", "2", "3"),
        "无监护、弱监护或依从性差": (),
        "其他": ("5",),
    }


def test_measures_units_and_purposes_are_those_of_the_forms():
    assert labels(MedicationMeasure) == [
        "救助救治政策",
        "困难患者免费服药",
        "送药上门",
        "调整用药",
        "服药宣教",
        "建议长效针剂",
        "其他",
    ]
    assert labels(DoseUnit) == ["mg", "mg eq", "mL"]
    assert labels(MedicationPurpose) == ["用药情况", "用药指导", "调整用药情况"]


def test_reactions_are_those_of_the_checklist():
    assert labels(Reaction) == [
        "急性肌张力障碍（动眼、斜颈、扭曲）",
        "类帕金森（动作慢、震颤、面具脸）",
        "静坐不能",
        "迟发性运动障碍",
        "嗜睡/镇静",
        "头晕/体位性低血压",
        "口干",
        "便秘",
        "视物模糊",
        "排尿困难",
        "流涎",
        "心悸/心电图异常",
        "肝功能异常",
        "体重增加",
        "血糖、血脂异常",
        "闭经/溢乳/性功能障碍",
        "粒细胞减少",
        "癫痫发作",
        "皮疹",
        "注射部位红肿硬结疼痛",
        "恶性综合征",
        "其他",
    ]
