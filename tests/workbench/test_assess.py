"""`assess`: what it prints about the facts in a file, and how it refuses them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.clinical_codes import CaseFact
from tests.builders import environment
from workbench.__main__ import main

ROOT = Path(__file__).parents[2]
WELL = {
    "id": "龚砚秋",
    "risk_level": 0,
    "adherence": "regular",
    "insight": "full",
    "symptoms": "gone",
    "social_functions": [1, 2, 9, 1, 1],
    "adverse_reaction": "none",
    "physical_illness": "none",
    "guardianship": "adequate",
    "stressful_event": False,
    "substance_use": False,
    "police_listed": False,
    "past_serious_harm": False,
    "hospitalised": False,
    "admissions": [],
    "last_visit_on": "2026-10-31",
    "referred_on": None,
}
KEYS = ["id", "stability", "case_kind", "criteria", "missing", "next_visit_on", "because"]


@pytest.fixture
def assess(tmp_path, capsys):
    """Run the command on some facts; give its code and both outputs."""

    def run(facts, *options):
        path = tmp_path / "facts.json"
        path.write_bytes(facts if isinstance(facts, bytes) else json.dumps(facts).encode())
        code = main(["assess", str(path), *options])
        return code, *capsys.readouterr()

    return run


def asking(*patients, profile="国家规范", on="2026-11-25"):
    return {"profile": profile, "on": on, "patients": list(patients)}


@pytest.fixture
def answers(assess):
    """The answers about patients who are well but for some facts."""

    def ask(*patients, **options):
        code, out, err = assess(asking(*patients, **options))
        assert (code, err) == (0, "")
        return json.loads(out)["patients"]

    return ask


def test_who_is_well_is_answered_in_full(answers):
    (found,) = answers(WELL)
    assert [key for key in found if key in KEYS] == KEYS
    assert (found["id"], found["stability"], found["case_kind"]) == ("龚砚秋", "stable", None)
    assert (found["missing"], found["next_visit_on"]) == ([], "2027-01-31")
    assert (found["key_patient"], len(found["reasons"])) == (False, 1)
    assert "2027年1月31日" in found["because"]
    assert {c["met"] for c in found["criteria"]} == {False}
    assert {tuple(c) for c in found["criteria"]} == {("key", "met", "because")}


def test_the_ten_criteria_keep_their_keys(answers):
    (found,) = answers({"id": "1"})
    assert [c["key"] for c in found["criteria"]] == [
        "high_risk.level",
        "high_risk.adherence",
        "high_risk.guardianship",
        "high_risk.stress",
        "high_risk.history",
        "high_risk.admissions",
        "unstable.level",
        "unstable.symptoms",
        "unstable.insight",
        "unstable.body",
    ]


def test_nothing_known_is_nothing_settled_and_a_visit_due_now(answers):
    left_out, nulled = answers({"id": "a"}, {"id": "b", **dict.fromkeys(CaseFact)})
    for found in (left_out, nulled):
        assert (found["stability"], found["case_kind"], found["key_patient"]) == (None, None, None)
        assert {c["met"] for c in found["criteria"]} == {None}
        assert found["missing"] == [
            f for f in CaseFact if f not in {CaseFact.LAST_VISIT_ON, CaseFact.REFERRED_ON}
        ]
        assert found["next_visit_on"] == "2026-11-25"


def test_the_words_of_the_answers_are_those_of_the_command(answers):
    unstable, high_risk = answers(
        {**WELL, "insight": "absent"}, {**WELL, "id": "2", "risk_level": 1, "adherence": "none"}
    )
    assert (unstable["stability"], unstable["case_kind"]) == ("unstable", "unstable")
    assert (high_risk["stability"], high_risk["case_kind"]) == ("basically_stable", "high_risk")
    assert (high_risk["key_patient"], high_risk["reasons"]) == (True, ["病情基本稳定", "不服药"])


def test_each_threshold_and_interval_names_its_profile(answers):
    (found,) = answers({**WELL, "referred_on": "2026-11-20"}, profile="齐云山镇（2024）")
    assert {key: rule["profile"] for key, rule in found["supplied_by"].items()} == {
        "entry.high_risk.min_criteria": "国家规范",
        "entry.unstable.min_criteria": "国家规范",
        "entry.readmissions": "国家规范",
        "entry.readmissions.window": "国家规范",
        "visit.interval.stable": "齐云山镇(2024)",
        "visit.interval.everybody": "国家规范",
        "visit.after_referral": "齐云山镇(2024)",
    }
    assert found["next_visit_on"] == "2026-12-04"


def test_what_is_missing_is_told_for_each_answer(answers):
    (found,) = answers({**WELL, "insight": None, "hospitalised": None})
    assert found["missing"] == ["insight", "hospitalised"]
    assert found["missing_for"] == {
        "stability": ["insight"],
        "case_kind": ["insight"],
        "next_visit_on": ["insight", "hospitalised"],
        "key_patient": ["insight"],
    }


def test_a_visit_on_the_day_itself_counts_from_that_day(answers):
    (found,) = answers({**WELL, "last_visit_on": "2026-11-25", "referred_on": "2026-11-25"})
    assert found["next_visit_on"] == "2026-12-09"


def test_nobody_to_assess_is_no_mistake(answers):
    assert answers() == []


def test_one_bad_patient_stops_all_answers(assess):
    code, out, err = assess(asking(WELL, {"id": "石䶮", "risk_level": 6}))
    assert (code, out) == (2, "")
    assert err == "患者石䶮，risk_level：应为0到5的整数。\n"


BAD_VALUES = [
    ("risk_level", 6),
    ("risk_level", -1),
    ("risk_level", True),
    ("risk_level", "1"),
    ("risk_level", 1.0),
    ("adherence", "sometimes"),
    ("adherence", 1),
    ("insight", "FULL"),
    ("symptoms", ["gone"]),
    ("social_functions", [1, 1, 1, 1]),
    ("social_functions", [1, 1, 1, 1, 1, 1]),
    ("social_functions", [1, 1, 1, 1, 4]),
    ("social_functions", [1, 1, 1, 1, True]),
    ("social_functions", [1, 1, 1, 1, "1"]),
    ("social_functions", 1),
    ("adverse_reaction", ""),
    ("physical_illness", "mild"),
    ("guardianship", {}),
    ("stressful_event", 1),
    ("substance_use", "true"),
    ("police_listed", 0),
    ("past_serious_harm", []),
    ("hospitalised", "false"),
    ("admissions", "2026-01-01"),
    ("admissions", ["2026-02-30"]),
    ("admissions", [None]),
    ("last_visit_on", "2026-11-26"),
    ("last_visit_on", "2025-02-29"),
    ("last_visit_on", "20261101"),
    ("last_visit_on", "2026-11-01T08:00"),
    ("last_visit_on", "2026-W01-1"),
    ("last_visit_on", "２０２６-11-01"),
    ("last_visit_on", 20261101),
    ("referred_on", "2026-11-26"),
    ("referred_on", "0001-01-01"),
    ("diagnosis", "F20"),
]


@pytest.mark.parametrize(("field", "value"), BAD_VALUES)
def test_a_value_that_cannot_be_is_refused_in_one_line_with_patient_and_field(assess, field, value):
    code, out, err = assess(asking(WELL, {"id": "P-7", field: value}))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"患者P-7，{field}：")


@pytest.mark.parametrize(
    ("patients", "words"),
    [
        ([WELL, {"risk_level": 1}], "第2名患者，id：没有填写"),
        ([{"id": None}], "第1名患者，id："),
        ([{"id": " "}], "第1名患者，id："),
        ([{"id": True}], "第1名患者，id："),
        ([{"id": "甲\n乙"}], "第1名患者，id："),
        ([{"id": "\ud800"}], "第1名患者，id："),
        ([WELL, WELL], "患者龚砚秋，id：与前面的患者重复"),
        ([{"id": 7}, {"id": "7"}], "患者7，id："),
        ([WELL, "龚砚秋"], "第2名患者，patients："),
        ([[]], "第1名患者，patients："),
        ({"id": "1"}, "输入文件，patients："),
    ],
)
def test_a_patient_who_cannot_be_told_apart_is_refused(assess, patients, words):
    code, out, err = assess({"profile": "国家规范", "on": "2026-11-25", "patients": patients})
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(words)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"profile": "某地"}, "profile"),
        ({"profile": None}, "profile"),
        ({"profile": 1}, "profile"),
        ({"on": None}, "on"),
        ({"on": "2026-13-01"}, "on"),
        ({"on": "9999-12-31"}, "on"),
        ({"patients": None}, "patients"),
        ({"patient": []}, "patient"),
    ],
)
def test_what_is_asked_of_all_patients_is_checked_first(assess, changed, field):
    code, out, err = assess({**asking(), **changed})
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"输入文件，{field}：")


@pytest.mark.parametrize("field", ["profile", "on", "patients"])
def test_a_field_of_the_file_may_not_be_left_out(assess, field):
    facts = asking()
    del facts[field]
    assert assess(facts) == (2, "", f"输入文件，{field}：没有填写。\n")


TOO_DEEP = b'{"patients": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
UNFIT = {
    "empty": (b"", "输入文件：是空的。"),
    "nothing but white space": (b"\xef\xbb\xbf \r\n", "输入文件：是空的。"),
    "cut off": (b"{", "输入文件第1行：不是有效的JSON。"),
    "cut off on a later line": (b'{\r\n"on": "2026-11-25",\r\n', "输入文件第3行：不是有效的JSON。"),
    "a list": (b"[]", "输入文件：应为写有profile、on、patients的对象。"),
    "nothing": (b"null", "输入文件：应为写有profile、on、patients的对象。"),
    "another coding": (b"\xff\xfe{}", "输入文件：不是UTF-8编码的文字。"),
    "an older coding": ("患者".encode("gb18030"), "输入文件：不是UTF-8编码的文字。"),
    "lists in lists": (b"[" * 100_000, "输入文件：一层套一层，套得太深。"),
    "lists in lists in an object": (TOO_DEEP, "输入文件：一层套一层，套得太深。"),
    "objects in objects": (b'{"a":' * 100_000, "输入文件：一层套一层，套得太深。"),
    "an endless number": (b"1" * 5000, "输入文件：写有位数过多的数。"),
    "no number": (b'{"patients": [NaN]}', "输入文件：写有NaN，JSON里没有这样的数。"),
    "beyond every number": (b'{"on": -Infinity}', "输入文件：写有-Infinity，JSON里没有这样的数。"),
    "a name twice": (b'{"profile": "x", "profile": "y"}', "输入文件，profile：写了不止一次。"),
    "too large": (b" " * (8 << 20) + b"{", "输入文件：超过8兆字节，太大了。"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_a_file_that_is_not_such_facts_is_refused_in_one_line(assess, case):
    written, words = UNFIT[case]
    assert assess(written) == (2, "", f"{words}\n")


def test_a_file_of_exactly_the_most_bytes_is_read(assess):
    facts = json.dumps(asking(WELL)).encode()
    code, _, err = assess(facts + b" " * ((8 << 20) - len(facts)))
    assert (code, err) == (0, "")


def test_many_names_in_one_object_are_looked_through_at_once(assess):
    facts = {**asking(), **dict.fromkeys(map(str, range(200_000)))}
    assert assess(facts) == (2, "", "输入文件，0：没有这个字段。\n")


def test_ends_of_lines_as_windows_writes_them_change_nothing(assess):
    facts = json.dumps(asking(WELL), indent=1)
    assert assess(facts.replace("\n", "\r\n").encode()) == assess(facts.encode())


def test_a_field_written_twice_is_refused(assess):
    twice = json.dumps(asking()).replace("[]", '[{"id": "1", "risk_level": 0, "risk_level": 3}]')
    assert assess(twice.encode()) == (2, "", "患者1，risk_level：写了不止一次。\n")


def test_a_name_of_a_field_never_breaks_the_line(assess):
    code, _, err = assess(asking({"id": "1", "甲\n乙" + "丙" * 500: 1}))
    assert (code, err.count("\n")) == (2, 1)
    assert len(err) < 100


def test_a_missing_file_is_refused_in_one_line(tmp_path, capsys):
    assert main(["assess", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr() == ("", "输入文件：没有找到这个文件。\n")


def test_a_folder_is_refused_in_one_line(tmp_path, capsys):
    assert main(["assess", str(tmp_path)]) == 2
    code_line = capsys.readouterr()
    assert (code_line.out, code_line.err) == ("", "输入文件：这是文件夹，不是文件。\n")


def test_a_mark_at_the_start_of_the_file_and_the_option_change_nothing(assess):
    plain = assess(asking(WELL))
    marked = assess(b"\xef\xbb\xbf" + json.dumps(asking(WELL)).encode(), "--json")
    assert marked == plain
    assert plain[0] == 0


@pytest.mark.parametrize(("encoding", "written"), [("utf-8", "龚砚秋"), ("ascii", "\\u9f9a")])
def test_a_console_that_is_not_unicode_gets_escapes(tmp_path, encoding, written):
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(asking(WELL)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "assess", str(path)],
        capture_output=True,
        env={**environment(), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert written in done.stdout.decode(encoding)
    assert json.loads(done.stdout)["patients"][0]["id"] == "龚砚秋"
