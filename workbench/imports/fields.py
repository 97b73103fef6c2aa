"""What a column of a list can mean, and the many ways such a column is headed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from data.import_codes import ImportKind


@dataclass(frozen=True)
class ListField:
    """One meaning of a column: its key, what it is called, and how else it is headed."""

    key: str
    label: str
    spellings: tuple[str, ...] = ()

    @property
    def headers(self) -> frozenset[str]:
        """Every way the column is headed, made plain."""
        return frozenset(plain(words) for words in (self.label, *self.spellings))


def _field(key: str, label: str, spellings: str = "") -> ListField:
    return ListField(key, label, tuple(spellings.split()))


_PATIENTS = (
    _field("name", "姓名", "患者姓名 病人姓名 对象姓名 服务对象姓名 患者 名字 服务对象"),
    _field(
        "id_number",
        "身份证号",
        "证件号码 身份证号码 身份证 居民身份证号 居民身份证号码 公民身份号码 证件号 患者身份证号"
        " 患者身份证号码 有效证件号码",
    ),
    _field("born_on", "出生日期", "出生年月日 生日 出生年月 出生时间 患者出生日期"),
    _field("sex", "性别", "患者性别"),
    _field("phone", "电话", "联系电话 患者电话 本人电话 手机 手机号 手机号码 联系方式 电话号码"),
    _field(
        "village", "村组", "村（居） 村居 村社区 村（社区） 社区 行政村 所属村 所在村 村委会 居委会"
    ),
    _field(
        "address",
        "现住址",
        "住址 家庭住址 家庭地址 居住地址 现居住地 现居住地址 现住地 现住地址 详细地址 地址",
    ),
    _field("registered_address", "户籍地址", "户籍地 户籍所在地 户口所在地 户籍住址 户籍详细地址"),
    _field(
        "diagnosis",
        "诊断",
        "诊断名称 目前诊断 疾病诊断 疾病名称 诊断情况 目前诊断情况 确诊疾病 临床诊断 病种 诊断结果",
    ),
    _field(
        "onset", "初次发病时间", "首次发病时间 首发时间 发病时间 起病时间 初次发病日期 首发日期"
    ),
    _field("file_number", "档案编号", "编号 档案号 健康档案编号 患者编号 系统编号 健康档案号"),
    _field("former_name", "曾用名", "别名"),
    _field("ethnicity", "民族"),
    _field("education", "文化程度", "学历"),
    _field("marriage", "婚姻状况", "婚姻 婚姻情况"),
    _field("employment", "就业情况", "就业 职业 就业状况"),
    _field("household", "户别", "户口性质 户籍类别 户籍性质"),
    _field("economy", "经济状况", "家庭经济状况 经济情况"),
    _field(
        "level",
        "危险等级",
        "危险性等级 危险性评估 危险性评估等级 危险性分级 风险等级 评估等级 危险评估 等级",
    ),
    _field("guardian_name", "监护人", "监护人姓名 法定监护人 家属姓名 监护人名字"),
    _field(
        "guardian_relation",
        "与患者关系",
        "监护人与患者关系 与监护人关系 监护人关系 关系 与本人关系",
    ),
    _field(
        "guardian_phone",
        "监护人电话",
        "监护人联系电话 监护人手机 监护人手机号 监护人联系方式 家属电话 家属联系电话",
    ),
)
_MEMBERS = (
    _field("name", "姓名", "成员姓名 名字 成员"),
    _field("role", "角色", "小组角色 成员角色 组内角色 身份 小组分工 分工"),
    _field("unit", "单位", "工作单位 所在单位 单位名称 部门 所属单位"),
    _field("post", "职务", "职务职称 职称 岗位"),
    _field("phone", "电话", "联系电话 手机 手机号 手机号码 联系方式 电话号码 办公电话"),
    _field("other_phone", "备用电话", "电话2 备用联系电话 其他电话"),
)
_ASIDE = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_ORNAMENT = re.compile(r"[\s*＊:：、,，/／]")


def fields_of(kind: ImportKind) -> tuple[ListField, ...]:
    """What the columns of a list can mean, in the order pickers offer it."""
    return _PATIENTS if kind is ImportKind.PATIENTS else _MEMBERS


def label_of(kind: ImportKind, key: str) -> str:
    """What a field is called."""
    return next(field.label for field in fields_of(kind) if field.key == key)


def field_headed(kind: ImportKind, header: str) -> ListField | None:
    """The field a header names, if it names one."""
    return _by_header(kind).get(plain(header))


def plain(header: str) -> str:
    """A header without spaces, stars and asides, its full-width characters made plain.

    An aside that is part of the name, as in 村（居）, survives where nothing else would be left.
    """
    text = _ORNAMENT.sub("", unicodedata.normalize("NFKC", header)).casefold()
    return _ASIDE.sub("", text) or text


@cache
def _by_header(kind: ImportKind) -> dict[str, ListField]:
    return {header: field for field in fields_of(kind) for header in field.headers}
