"""Every row is checked before anything is written; each problem names row and column in words."""

from datetime import date, datetime, time

import pytest

from data.codes import MemberRole, RiskLevel, Sex
from data.import_codes import ImportKind
from data.register_codes import Household, Precision
from tests.workbench.imports.sheets import (
    HEADER,
    MEMBER_HEADER,
    given,
    id_number,
    pasted,
    patients,
    workbook,
)
from workbench.imports.checking import check
from workbench.imports.mapping import recognise
from workbench.imports.reading import read_spreadsheet
from workbench.rules.rough_days import RoughDay

TODAY = date(2026, 11, 25)
WHO = ["石䶮", "", "男", "1980-02-29", "", ""]


def checked(sheet, kind=ImportKind.PATIENTS):
    return check(sheet, recognise(sheet, kind), TODAY)


def only(sheet):
    """The values of the one row, which is fit."""
    found = checked(sheet)
    assert [problem.sentence for problem in found.problems] == []
    (line,) = found.lines
    return line.values


def faults(sheet, kind=ImportKind.PATIENTS):
    return [problem.sentence for problem in checked(sheet, kind).problems]


def test_a_whole_row_is_read():
    values = only(pasted(["石䶮", id_number(), "男", "1980-02-29", "梧桐村3组", "精神分裂症"]))
    assert values == {
        "name": "石䶮",
        "id_number": id_number(),
        "sex": Sex.MALE,
        "born_on": date(1980, 2, 29),
        "village": "梧桐村3组",
        "diagnosis": "精神分裂症",
    }


def test_an_id_number_kept_as_a_number_has_lost_digits(tmp_path):
    rows = [["石䶮", 990101198002290000 + n, "男"] for n in range(3)]
    assert faults(patients(tmp_path, *rows)) == [
        f"第{n}行：身份证号在表格里存成了数字，末几位已经丢失" for n in (2, 3, 4)
    ]


def test_the_column_is_named_as_the_sheet_names_it(tmp_path):
    sheet = patients(tmp_path, [1, "石䶮", 990101198002290017], header=["", "姓名", "证件号码"])
    assert faults(sheet) == ["第2行：证件号码在表格里存成了数字，末几位已经丢失"]


def test_an_id_number_in_powers_of_ten_has_lost_digits_too():
    assert faults(pasted(["石䶮", "9.90101E+17", "男"])) == [
        "第2行：身份证号在表格里成了科学计数，末几位已经丢失"
    ]


@pytest.mark.parametrize("as_number", [True, False])
def test_an_id_number_of_fifteen_figures_is_converted(tmp_path, as_number):
    old = "990101800229001"
    sheet = patients(tmp_path, ["石䶮", int(old) if as_number else old])
    assert only(sheet)["id_number"] == id_number()
    assert "第2行：15位号码已换成18位" in checked(sheet).notices


@pytest.mark.parametrize(
    "around",
    ["{}", "'{}", '="{}"', " {} ", "{}\u3000"],
    ids=["plain", "mark", "formula", "space", "wide"],
)
def test_what_lists_put_around_an_id_number_is_taken_off(tmp_path, around):
    (tmp_path / "a.csv").write_text(f"姓名,身份证号\n石䶮,{around.format(id_number())}\n", "utf-8")
    assert only(read_spreadsheet(tmp_path / "a.csv"))["id_number"] == id_number()


def test_full_width_figures_are_accepted():
    wide = id_number().translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    values = only(pasted(["石䶮", wide, "男", "１９８０年２月２９日"]))
    assert (values["id_number"], values["born_on"]) == (id_number(), date(1980, 2, 29))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (id_number()[:-1] + ("1" if id_number()[-1] != "1" else "2"), "校验码"),
        (id_number("19800230"), "1980年02月30日不存在"),
        (id_number("20990101"), "还没有到"),
        ("99010119800229", "填写的是14位"),
        ("9901011980022900A", "17位"),
    ],
)
def test_an_id_number_that_cannot_be_one_is_refused_with_the_reason(number, words):
    (sentence,) = faults(pasted(["石䶮", number, "男"]))
    assert sentence.startswith("第2行：身份证号不对：")
    assert words in sentence


def test_sex_and_birth_date_follow_from_the_id_number():
    values = only(pasted(["石䶮", id_number(sequence=2)]))
    assert (values["sex"], values["born_on"]) == (Sex.FEMALE, date(1980, 2, 29))


def test_a_row_that_contradicts_its_id_number_is_refused():
    assert faults(pasted(["石䶮", id_number(), "女", "1980-03-01"])) == [
        "第2行：出生日期与身份证号里的1980年2月29日不一致",
        "第2行：性别与身份证号推出的“男”不一致",
    ]


DAY = date(1980, 2, 29)


@pytest.mark.parametrize(
    "written",
    [
        "19800229",
        "1980-02-29",
        "1980/2/29",
        "1980.2.29",
        "1980年2月29日",
        DAY,
        datetime.combine(DAY, time()),
        29280,
        19800229,
    ],
    ids=str,
)
def test_a_birth_date_is_read_in_each_notation(tmp_path, written):
    assert only(patients(tmp_path, ["石䶮", None, "男", written]))["born_on"] == DAY


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1980-02-30", "出生日期“1980-02-30”不是完整的日期，请写成1980-02-29这样"),
        ("80年春", "出生日期“80年春”不是完整的日期，请写成1980-02-29这样"),
        (1980, "出生日期“1980”不是完整的日期，请写成1980-02-29这样"),
        (date(2030, 1, 1), "出生日期2030年1月1日还没有到"),
    ],
    ids=str,
)
def test_a_birth_date_that_is_none_is_refused(tmp_path, written, words):
    assert faults(patients(tmp_path, ["石䶮", None, "男", written])) == [f"第2行：{words}"]


@pytest.mark.parametrize(
    ("written", "onset"),
    [
        ("2001-05-03", RoughDay(date(2001, 5, 3))),
        ("2001年5月", RoughDay(date(2001, 5, 1), Precision.MONTH)),
        ("2001", RoughDay(date(2001, 1, 1), Precision.YEAR)),
    ],
)
def test_the_onset_may_be_known_to_the_month_or_year(written, onset):
    sheet = pasted([*WHO, written], header=[*HEADER, "初次发病时间"])
    assert only(sheet)["onset"] == onset


@pytest.mark.parametrize("written", ["女", "女性", " 女 ", "2.女", "female女"])
def test_words_for_sex(written):
    sheet = pasted(["石䶮", "", written])
    if written == "2.女":  # the forms give sexes other numbers, so this one is not guessed
        assert faults(sheet) == ["第2行：性别“2.女”不在选项里，可以写：男、女"]
    else:
        assert only(sheet)["sex"] is Sex.FEMALE


@pytest.mark.parametrize("written", ["3级", "三级", "3", "３", "Ⅲ级", "3级（高）"])
def test_words_for_a_level(written):
    sheet = pasted([*WHO, written], header=[*HEADER, "危险等级"])
    if written == "Ⅲ级":
        assert faults(sheet) == [
            "第2行：危险等级“Ⅲ级”不在选项里，可以写：0级、1级、2级、3级、4级、5级"
        ]
    else:
        assert only(sheet)["level"] is RiskLevel.ANYWHERE


def test_a_level_that_is_a_number_in_the_sheet(tmp_path):
    sheet = patients(tmp_path, [*WHO, 3], header=[*HEADER, "危险等级"])
    assert only(sheet)["level"] is RiskLevel.ANYWHERE
    assert any("临床等级来自随访记录" in notice for notice in checked(sheet).notices)


def test_an_unknown_option_is_named_with_those_there_are():
    sheet = pasted([*WHO, "牧区"], header=[*HEADER, "户别"])
    assert faults(sheet) == ["第2行：户别“牧区”不在选项里，可以写：城镇、农村"]
    assert only(pasted([*WHO, "2农村"], header=[*HEADER, "户别"]))["household"] is Household.RURAL


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("石　䶮", "石䶮"),
        ("阿依努尔•买买提", "阿依努尔·买买提"),
        ("Nurgul  Akhmet", "Nurgul Akhmet"),
        ("龚" * 50, "龚" * 50),
    ],
)
def test_names_are_kept_as_one_would_write_them(typed, kept):
    assert only(pasted([typed, "", "男"]))["name"] == kept


def test_what_is_missing_or_endless_is_refused_by_row():
    sheet = pasted(["", "", "男", "1980-02-29"], ["龚" * 51, "", "男"], ["仇小满", "", ""])
    assert faults(sheet) == [
        "第2行：姓名没有填写",
        "第3行：姓名有51个字，超过了50个字",
        "第4行：性别没有填写，也没有身份证号可以推出",
    ]
    assert faults(pasted(["石䶮", "", "男", "", "村" * 501])) == [
        "第2行：村组有501个字，超过了500个字"
    ]


def test_all_problems_of_a_row_are_said_at_once():
    assert len(faults(pasted(["", "123", "中", "昨天"]))) == 4


def test_rows_without_content_and_repeated_headers_are_skipped():
    sheet = pasted(WHO, ["", ""], HEADER, ["仇小满", "", "女"])
    found = checked(sheet)
    assert [line.row for line in found.lines] == [2, 5]
    assert found.problems == []


def test_rows_numbered_beforehand_are_skipped():
    sheet = pasted(["1", *WHO], ["2"], ["3"], header=["序号", *HEADER])
    assert [line.row for line in checked(sheet).lines] == [2]


def test_a_closing_line_is_not_taken_for_a_person():
    found = checked(pasted(WHO, ["合计：1人"], ["填表人：穆青禾", "", "", "2026-11-25"]))
    assert (len(found.lines), found.problems) == (1, [])
    assert found.notices[:2] == [f"第{n}行像是合计或说明，没有导入" for n in (3, 4)]


def test_merged_cells_count_for_each_row(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        ["云栖镇患者名册"],
        ["村组", "姓名", "性别"],
        ["梧桐村", "石䶮", "男"],
        [None, "仇小满", "女"],
        merged=["A1:C1", "A3:A4"],
    )
    assert [line.values["village"] for line in checked(read_spreadsheet(path)).lines] == [
        "梧桐村"
    ] * 2


def test_a_row_about_the_same_person_is_reported():
    same = ["石䶮", id_number(), "男", "1980-02-29"]
    sheet = pasted(
        same,
        ["龚砚秋", id_number(sequence=3), "男"],
        ["石某", id_number(), "男"],
        ["石䶮", "", "男", "1980-02-29"],
        ["石䶮", id_number(sequence=5), "男"],
        ["仇小满", "", "女", "1991-01-01"],
        ["仇小满", id_number("19910101", 2), "女"],
    )
    assert faults(sheet) == [
        "第4行：姓名与第2行是同一个人，重复了",
        "第5行：姓名与第2行是同一个人，重复了",
        "第8行：姓名与第7行是同一个人，重复了",
    ]


def test_several_sheets_are_mentioned(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(HEADER)
    book.active.append(WHO)
    book.create_sheet("第二张").append(["x"])
    book.save(tmp_path / "a.xlsx")
    found = checked(read_spreadsheet(tmp_path / "a.xlsx"))
    assert "只读了工作表“Sheet”，另外1张没有读" in found.notices


def test_members_are_read_with_their_roles():
    sheet = pasted(
        ["亓文涛", "派出所民警", "云栖派出所", "", "138 0000 0001"],
        ["皮桂香", "村（社区）干部", "梧桐村委会", "主任", ""],
        header=MEMBER_HEADER,
    )
    first, second = checked(sheet, ImportKind.MEMBERS).lines
    assert (first.values["role"], second.values["role"]) == (MemberRole.POLICE, MemberRole.VILLAGE)
    assert first.values["phone"] == "138 0000 0001"


def test_members_without_role_or_unit_are_refused():
    sheet = pasted(["亓文涛", "", ""], ["皮桂香", "厨师", "食堂"], header=MEMBER_HEADER)
    first, second, third = faults(sheet, ImportKind.MEMBERS)
    assert (first, second) == ("第2行：角色没有填写", "第2行：单位没有填写")
    assert third.startswith("第3行：角色“厨师”不在选项里，可以写：组长、精防医师、")


def test_two_rows_of_one_member_are_reported():
    row = ["亓文涛", "民警", "云栖派出所"]
    assert faults(pasted(row, row, header=MEMBER_HEADER), ImportKind.MEMBERS) == [
        "第3行：姓名与第2行是同一个人，重复了"
    ]


def test_twenty_thousand_rows_are_checked(bench):
    rows = [
        [f"龚砚{n}", id_number(f"{1950 + n // 500:04}0229".replace("0229", "0301"), n % 500)]
        for n in range(20_000)
    ]
    sheet = pasted(*rows)
    found = check(sheet, given(bench, sheet).columns, TODAY)
    assert (len(found.lines), found.problems) == (20_000, [])
