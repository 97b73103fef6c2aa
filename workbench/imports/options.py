"""How lists write the options of a field, and which option each way stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from data.codes import Labelled, MemberRole, RiskLevel, Sex
from data.register_codes import (
    Economy,
    Education,
    Employment,
    Ethnicity,
    Household,
    Marriage,
    Relation,
)
from workbench.imports.fields import plain

L = TypeVar("L", bound=Labelled)


def _ways(codes: Iterable[L], others: Mapping[L, str]) -> dict[str, L]:
    """Each option under its label, under number and label together, and under other words."""
    found: dict[str, L] = {}
    for code in codes:
        words = (code.label, f"{code.value}{code.label}", f"{code.value}.{code.label}")
        for way in (*words, *others.get(code, "").split()):
            found[plain(way)] = code
    return found


_LEVELS = {
    way: level
    for level, numeral in zip(RiskLevel, "零一二三四五", strict=True)
    for figure in (str(level.value), numeral)
    for way in (figure, f"{figure}级", f"{figure}级别")
}

# Whoever is meant by two words of kinship ("父子") is left open: either may be the guardian.
OPTIONS: dict[str, Mapping[str, object]] = {
    "sex": _ways(Sex, {Sex.MALE: "男性 男人", Sex.FEMALE: "女性 女人"}),
    "level": _LEVELS,
    "ethnicity": _ways(Ethnicity, {Ethnicity.HAN: "汉"}),
    "education": _ways(
        Education,
        {
            Education.ILLITERATE: "文盲 半文盲",
            Education.SENIOR: "高中 技校 中专 职高",
            Education.COLLEGE: "大专 专科 本科 大学 大学专科 大学本科 研究生",
        },
    ),
    "marriage": _ways(Marriage, {Marriage.MARRIED: "在婚", Marriage.DIVORCED: "离异"}),
    "employment": _ways(
        Employment,
        {
            Employment.FARMER: "务农",
            Employment.UNEMPLOYED: "无业 下岗 待业",
            Employment.STUDENT: "学生",
            Employment.RETIRED: "离退休 退休人员",
        },
    ),
    "household": _ways(
        Household, {Household.URBAN: "城市 非农 非农业", Household.RURAL: "农业 乡村"}
    ),
    "economy": _ways(Economy, {Economy.POOR: "贫困 困难", Economy.NOT_POOR: "不贫困 一般"}),
    "role": _ways(
        MemberRole,
        {
            MemberRole.PREVENTION: "精防医生 精防 精防人员 精防专干",
            MemberRole.PSYCHIATRIST: "精神科医生 精神科 精神专科医生 精神专科医师",
            MemberRole.POLICE: "警察 公安 公安民警 派出所民警 社区民警",
            MemberRole.VILLAGE: "村干部 社区干部 村社区干部 居委会干部 村委会干部 村居干部",
            MemberRole.CIVIL_AFFAIRS: "民政干部 民政专干 民政办",
            MemberRole.DISABLED_FEDERATION: "残联干部 残联专干 残联专职委员",
            MemberRole.POLITICS_LAW: "政法 综治干部 综治专干 政法委员 综治中心",
            MemberRole.PSYCHOLOGIST: "心理医生 心理咨询 心理治疗师",
            MemberRole.SOCIAL_WORKER: "社会工作者",
            MemberRole.GRID: "网格长",
            MemberRole.FAMILY: "家属代表 患者家属",
        },
    ),
}
_RELATIONS = _ways(
    Relation,
    {
        Relation.SPOUSE: "丈夫 妻子 夫 妻 爱人",
        Relation.FATHER: "父 爸爸",
        Relation.MOTHER: "母 妈妈",
        Relation.CHILD: "儿子 女儿 子 女 儿女",
        Relation.SIBLING: "哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 兄弟 姐妹",
        Relation.GRANDPARENT: "祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆",
        Relation.GRANDCHILD: "孙子 孙女 外孙 外孙女",
        Relation.ORGANISATION: "村委会 居委会 民政部门",
    },
)


def labels_of(key: str) -> list[str]:
    """What the options of a field are called, in order."""
    codes = dict.fromkeys(OPTIONS[key].values())
    return [code.label for code in codes if isinstance(code, (Labelled, RiskLevel))]


def option_for(key: str, words: str) -> object | None:
    """The option that words stand for; None where they stand for none."""
    if key == "ethnicity" and words.endswith("族") and plain(words) not in OPTIONS[key]:
        return Ethnicity.MINORITY
    return OPTIONS[key].get(plain(words))


def relation_for(words: str) -> Relation | None:
    """What the guardian is to the patient, where the words leave no doubt."""
    return _RELATIONS.get(plain(words))
