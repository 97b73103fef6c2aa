"""Columns are recognised by many spellings, can be changed, and are remembered."""

import pytest

from data.import_codes import ImportKind
from tests.workbench.imports.sheets import (
    given,
    id_number,
    pasted,
    previewed,
    sentences,
    workbook,
)
from workbench.imports.applying import GivenList, apply_import, preview_import
from workbench.imports.errors import ColumnNamedTwice, ColumnsMissing
from workbench.imports.fields import fields_of
from workbench.imports.mapping import offer_columns, recognise
from workbench.imports.reading import read_spreadsheet

PATIENTS, MEMBERS = ImportKind.PATIENTS, ImportKind.MEMBERS

SPELLINGS = {
    "name": "姓名 患者姓名 病人姓名 姓　名 姓名* 姓名（必填） *姓名：",
    "id_number": "身份证号 证件号码 身份证号码 公民身份号码 居民身份证号 身份证号（18位）",
    "born_on": "出生日期 出生年月日 生日",
    "sex": "性别 性　别",
    "address": "现住址 住址 家庭住址 现居住地",
    "registered_address": "户籍地址 户籍地 户口所在地",
    "village": "村组 村（居） 村(社区) 行政村 村/社区",
    "diagnosis": "诊断 诊断名称 疾病名称 目前诊断",
    "level": "危险等级 危险性评估 危险性等级 风险等级",
    "guardian_name": "监护人 监护人姓名",
    "guardian_relation": "与患者关系 监护人与患者关系",
    "guardian_phone": "监护人电话 监护人联系电话",
    "phone": "电话 联系电话 手机号码",
    "onset": "初次发病时间 首次发病时间",
    "file_number": "档案编号 编号 健康档案号",
}
MEMBER_SPELLINGS = {
    "name": "姓名 成员姓名",
    "role": "角色 小组角色",
    "unit": "单位 工作单位",
    "post": "职务 职务/职称",
    "phone": "电话 联系电话",
}


def recognised(header, kind=PATIENTS):
    return dict(recognise(pasted(header=header), kind).meanings)


@pytest.mark.parametrize("key", SPELLINGS)
def test_each_spelling_of_a_column_is_recognised(key):
    for spelling in SPELLINGS[key].split(" "):
        assert recognised(["序号", spelling]) == {1: key}, spelling


@pytest.mark.parametrize("key", MEMBER_SPELLINGS)
def test_each_spelling_of_a_members_column_is_recognised(key):
    for spelling in MEMBER_SPELLINGS[key].split():
        assert recognised(["序号", spelling], MEMBERS) == {1: key}, spelling


@pytest.mark.parametrize("kind", ImportKind)
def test_no_spelling_names_two_fields(kind):
    ways = [header for field in fields_of(kind) for header in field.headers]
    assert len(ways) == len(set(ways))


def test_of_two_columns_of_one_name_the_first_is_taken():
    assert recognised(["姓名", "电话", "监护人", "电话"]) == {
        0: "name",
        1: "phone",
        2: "guardian_name",
    }


def test_titles_above_the_header_are_left_aside():
    sheet = pasted(["2026年11月"], ["姓名", "性别"], ["石䶮", "男"], header=["云栖镇名册"])
    columns = recognise(sheet, PATIENTS)
    assert (columns.header_row, columns.meanings) == (3, ((0, "name"), (1, "sex")))


def test_headers_in_two_rows_are_read_together(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        ["姓名", "性别", "监护人信息", None, None],
        [None, None, "姓名", "电话", "与患者关系"],
        ["石䶮", "男", "石某", "13800000001", "父亲"],
        merged=["A1:A2", "B1:B2", "C1:E1"],
    )
    columns = recognise(read_spreadsheet(path), PATIENTS)
    assert columns.header_row == 2
    assert [key for _, key in columns.meanings] == [
        "name",
        "sex",
        "guardian_name",
        "guardian_phone",
        "guardian_relation",
    ]


def test_a_list_without_any_known_header_names_what_is_missing(bench):
    sheet = pasted(["石䶮", "男"], header=["甲", "乙"])
    with pytest.raises(ColumnsMissing, match="姓名"):
        previewed(bench, sheet)
    with pytest.raises(ColumnsMissing, match="姓名、角色、单位"):
        previewed(bench, sheet, MEMBERS)


def test_the_user_may_say_what_columns_mean(bench):
    sheet = pasted(["石䶮", "男"], header=["姓氏和名", "性别"])
    columns = offer_columns(bench, sheet, PATIENTS).reassigned({0: "name"})
    preview = preview_import(bench, GivenList(sheet, columns))
    assert (len(preview.new), sentences(preview)) == (1, [])
    with pytest.raises(ColumnNamedTwice, match="性别"):
        columns.reassigned({0: "sex"})
    assert columns.reassigned({1: None}).meanings == ((0, "name"),)


def test_a_list_without_a_header_row_is_read_from_its_first_row(bench):
    sheet = pasted(["仇小满", "女"], header=["石䶮", "男"])
    columns = offer_columns(bench, sheet, PATIENTS).reassigned({0: "name", 1: "sex"})
    preview = preview_import(bench, GivenList(sheet, columns))
    assert [row.row for row in preview.new] == [1, 2]


def test_the_header_row_may_be_named(bench):
    sheet = pasted(["姓名", "性别", "村组"], ["石䶮", "男", ""], header=["甲", "乙"])
    assert offer_columns(bench, sheet, PATIENTS).header_row == 2
    columns = offer_columns(bench, sheet, PATIENTS, header_row=1)
    assert (columns.header_row, columns.headers, columns.meanings) == (1, ("甲", "乙"), ())
    none = offer_columns(bench, sheet, PATIENTS, header_row=0)
    assert (none.header_row, none.headers) == (0, ())


def test_what_columns_meant_is_offered_again_for_the_same_header(bench):
    header = ["称呼", "性别", "身份证号", "住址"]
    first = pasted(["石䶮", "男", id_number(), "某处"], header=header)
    columns = offer_columns(bench, first, PATIENTS)
    assert not columns.remembered
    chosen = columns.reassigned({0: "name", 3: None})
    seen = preview_import(bench, GivenList(first, chosen)).seen
    apply_import(bench, GivenList(first, chosen), seen=seen)

    next_month = pasted(["仇小满", "男", id_number(sequence=3), "别处"], header=header)
    offered = offer_columns(bench, next_month, PATIENTS)
    assert offered.remembered
    assert offered.meanings == ((0, "name"), (1, "sex"), (2, "id_number"))

    other = pasted(["仇小满"], header=[*header, "备注"])
    assert not offer_columns(bench, other, PATIENTS).remembered
    assert not offer_columns(bench, next_month, MEMBERS).remembered


def test_what_columns_mean_can_be_changed_again(bench):
    header = ["称呼", "别的名字", "性别"]
    for sequence, chosen in enumerate([{0: "name"}, {0: None, 1: "name"}]):
        sheet = pasted(["龚砚秋", f"石䶮{sequence}", "男"], header=header)
        columns = offer_columns(bench, sheet, PATIENTS).reassigned(chosen)
        seen = preview_import(bench, GivenList(sheet, columns)).seen
        apply_import(bench, GivenList(sheet, columns), seen=seen)
    assert dict(offer_columns(bench, sheet, PATIENTS).meanings) == {1: "name", 2: "sex"}


def test_columns_that_are_not_imported_are_named(bench):
    sheet = pasted(["石䶮", "男", "x", "y"], header=["姓名", "性别", "星座", "血型"])
    assert given(bench, sheet).columns.unused == ("星座", "血型")
    assert "这些列没有导入：星座、血型" in previewed(bench, sheet).notices
