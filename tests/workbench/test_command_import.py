"""`import` on the command line: a rehearsal, the real thing, and what it refuses."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from data import keys
from data.folder import FILE
from data.store import open_store
from tests.builders import CHEAP, KEY, at_bench, environment
from tests.workbench.imports.sheets import HEADER, MEMBER_HEADER, id_number, workbook
from workbench.__main__ import main
from workbench.imports.applying import list_imports

PASSWORD = "鸢尾 kouling 123"
NOW = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
WHO = ["郜长风", id_number(), "男", "1980-02-29", "梧桐村3组", "精神分裂症"]


@pytest.fixture
def store(bench, team):
    """A closed store with a team, whose password is cheap to check."""
    bench.close()
    slots = keys.KeySlots("0" * 32).with_password(KEY, 1, PASSWORD, None, CHEAP)
    slots.save(bench.store.folder)
    return bench.store.folder


@dataclass
class Done:
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(store, capsys, monkeypatch):
    """Run the command on the store, in this process."""
    monkeypatch.setenv("CASE_WORKBENCH_PASSWORD", PASSWORD)

    def running(*arguments):
        capsys.readouterr()
        try:
            code = main(["import", "--store", str(store), *map(str, arguments)])
        except SystemExit as ended:
            code = ended.code
        return Done(code, *capsys.readouterr())

    return running


def imports(store):
    bench = at_bench(open_store(store, KEY, NOW), lambda: NOW)
    try:
        return list_imports(bench)
    finally:
        bench.close()


def test_patients_are_imported_and_the_end_is_said(store, tmp_path, run):
    done = run(workbook(tmp_path / "a.xlsx", HEADER, WHO), "--kind", "patients")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "新增1行，相同0行，不同0行，有问题0处。"
    assert "已导入（第1次导入），可以整批撤销：--undo 1" in done.stdout
    assert "郜长风" not in done.stdout
    (row,) = imports(store)
    assert (row.new, row.changed) == (1, 0)


def test_a_rehearsal_writes_nothing(store, tmp_path, run):
    before = (store / FILE).read_bytes()
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO)
    done = run(file, "--kind", "patients", "--dry-run")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "没有写入。"
    assert imports(store) == []
    assert (store / FILE).read_bytes() == before


def test_a_program_reads_the_same_with_english_keys(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", [*HEADER, "星座"], [*WHO, "x"])
    run(file, "--kind", "patients")
    moved = workbook(tmp_path / "b.xlsx", HEADER, [*WHO[:4], "柳溪村", WHO[5]])
    found = json.loads(run(moved, "--kind", "patients", "--dry-run", "--json").stdout)
    assert set(found) == {
        "kind",
        "imported",
        "header_row",
        "columns",
        "unused",
        "new",
        "same",
        "different",
        "problems",
        "notices",
    }
    assert (found["kind"], found["imported"], found["header_row"]) == ("patients", None, 1)
    (row,) = found["different"]
    assert row["changes"] == [{"field": "村组", "was": "梧桐村3组", "becomes": "柳溪村"}]
    assert (row["row"], row["name"]) == (2, "郜*风")
    done = json.loads(run(moved, "--kind", "patients", "--json").stdout)
    assert done["imported"] == 2


def test_an_import_is_taken_back_by_the_number_it_was_given(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO)
    run(file, "--kind", "patients")
    done = run("--undo", 1, "--why", "导错了名册")
    assert (done.returncode, done.stdout, done.stderr) == (0, "已撤销第1次导入。\n", "")
    (row,) = imports(store)
    assert row.undone_at is not None
    again = run("--undo", 1)
    assert (again.returncode, again.stdout) == (2, "")
    assert "这次导入已经撤销过了" in again.stderr
    assert run(file, "--kind", "patients", "--dry-run").stdout.startswith("新增1行")


def test_a_program_takes_an_import_back_likewise(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO)
    key = json.loads(run(file, "--kind", "patients", "--json").stdout)["imported"]
    done = run("--undo", key, "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"undone": key})


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.xlsx",),
        ("--kind", "patients"),
        ("a.xlsx", "--kind", "patients", "--undo", "1"),
        ("a.xlsx", "--undo", "1"),
        ("--kind", "patients", "--undo", "1"),
        ("--undo", "1", "--dry-run"),
    ],
)
def test_either_a_file_is_imported_or_an_import_is_taken_back(store, tmp_path, run, arguments):
    workbook(tmp_path / "a.xlsx", HEADER, WHO)
    done = run(*(tmp_path / word if word == "a.xlsx" else word for word in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("没有说清导入什么，或撤销哪一次。\n")
    assert imports(store) == []


def test_members_are_imported(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", MEMBER_HEADER, ["蒯良材", "社工", "云栖社工站", "", 1])
    assert run(file, "--kind", "members", "--team", 1).returncode == 0
    assert imports(store)[0].new == 1


def test_the_same_file_again_is_no_mistake(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO)
    run(file, "--kind", "patients")
    again = run(file, "--kind", "patients")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.startswith("新增0行，相同1行")
    assert len(imports(store)) == 1


def test_rows_with_problems_are_named_and_nothing_is_written(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO, ["蔺小川", 990101198002290017, "女"])
    done = run(file, "--kind", "patients")
    assert done.returncode == 2
    assert "第3行：身份证号在表格里存成了数字，末几位已经丢失" in done.stdout
    assert "没有导入" in done.stderr
    assert imports(store) == []
    rehearsed = run(file, "--kind", "patients", "--dry-run", "--json")
    assert rehearsed.returncode == 2
    (problem,) = json.loads(rehearsed.stdout)["problems"]
    assert (problem["row"], problem["column"]) == (3, "身份证号")


def test_the_good_rows_may_be_imported_without_the_bad(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, WHO, ["蔺小川", "1", "女"])
    assert run(file, "--kind", "patients", "--without-bad-rows").returncode == 0
    assert imports(store)[0].new == 1


def test_columns_may_be_assigned_by_letter(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", ["甲", "某人"], ["男", "郜长风"])
    assigned = ("--header-row", 1, "--column", "姓名=b", "--column", "性别=A")
    done = run(file, "--kind", "patients", *assigned)
    assert (done.returncode, done.stderr) == (0, "")
    assert imports(store)[0].new == 1


def test_a_console_that_is_not_unicode_is_no_obstacle(store, tmp_path, run):
    file = workbook(tmp_path / "a.xlsx", HEADER, ["石䶮", *WHO[1:4], "𬭎村", ""])
    run(file, "--kind", "patients")
    moved = workbook(tmp_path / "b.xlsx", HEADER, ["石䶮", *WHO[1:4], "柳溪村", ""])
    options = ["--store", store, "--kind", "patients", "--dry-run"]
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "import", moved, *options],
        capture_output=True,
        encoding="gbk",
        env={
            **environment(),
            "CASE_WORKBENCH_PASSWORD": PASSWORD,
            "PYTHONIOENCODING": "gbk",
        },
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "村组 ?村 → 柳溪村" in done.stdout


BAD = {
    "a file that is not there": (("nowhere.xlsx", "--kind", "patients"), "没有找到这个文件"),
    "a file that is no sheet": (("noise.xlsx", "--kind", "patients"), "读不出来"),
    "a sheet of something else": (("other.xlsx", "--kind", "patients"), "没有认出这些列：姓名"),
    "no kind": (("other.xlsx",), "--kind"),
    "an import that never was": (("--undo", "7"), "没有找到这次导入"),
    "an unknown kind": (("other.xlsx", "--kind", "villages"), "villages"),
    "a team that is not there": (
        ("members.xlsx", "--kind", "members", "--team", "99"),
        "没有找到这个小组",
    ),
    "a column for nothing": (
        ("other.xlsx", "--kind", "patients", "--column", "星座=A"),
        "看不懂列的指定",
    ),
    "a column that is no letter": (
        ("other.xlsx", "--kind", "patients", "--column", "姓名=3"),
        "看不懂列的指定",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_with_two_and_plain_words(store, tmp_path, run, case):
    (tmp_path / "noise.xlsx").write_bytes(b"PK\x03\x04" + bytes(900))
    workbook(tmp_path / "other.xlsx", ["甲", "乙"], ["1", "2"])
    workbook(tmp_path / "members.xlsx", MEMBER_HEADER, ["蒯良材", "社工", "云栖社工站"])
    arguments, words = BAD[case]
    done = run(*(tmp_path / word if word.endswith(".xlsx") else word for word in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert imports(store) == []
