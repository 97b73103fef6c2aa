"""The command line: what it prints, what it writes and how it ends."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.folder import FILE
from data.keys import FILE as SLOTS
from tests.builders import Clock, a_closed_meeting, a_team, environment
from tests.demo import made_demo
from tests.workbench.files import REPORT, a_file
from workbench.__main__ import main
from workbench.accounts import create_store, unlock
from workbench.attachments import add_attachment
from workbench.demo import PASSWORD

VARIABLE = "CASE_WORKBENCH_PASSWORD"
ROOT = Path(__file__).parents[2]


def run(*arguments, password=PASSWORD, cwd=ROOT):
    """Run a command in this process, which spares starting the program; without a terminal."""
    said, complained = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, Path(os.devnull).open() as nobody:
        patch.chdir(cwd)
        patch.setattr(sys, "stdin", nobody)
        patch.delenv(VARIABLE, raising=False)
        if password is not None:
            patch.setenv(VARIABLE, password)
        with redirect_stdout(said), redirect_stderr(complained):
            code = _ended(arguments)
    return subprocess.CompletedProcess(arguments, code, said.getvalue(), complained.getvalue())


def _ended(arguments):
    try:
        return main([str(a) for a in arguments])
    except SystemExit as end:
        return end.code


def start(*arguments, password=PASSWORD, cwd=ROOT):
    """Start the program as a terminal does."""
    variables = environment()
    variables.pop(VARIABLE, None)
    if password is not None:
        variables[VARIABLE] = password
    return subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=variables,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return made_demo(tmp_path_factory)


@dataclass(frozen=True)
class Small:
    """Where a store with two closed meetings lies, and what opens it when nothing else does."""

    folder: Path
    recovery_code: str


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small") / "store"
    clock = Clock(datetime(2026, 10, 28, 6, 30, tzinfo=UTC))
    made = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None, now=clock)
    team = a_team(made.bench)
    for held_on in (date(2026, 9, 23), date(2026, 10, 28)):
        a_closed_meeting(made.bench, team, held_on)
    made.bench.close()
    return Small(folder, made.recovery_code)


@pytest.fixture
def store(small, tmp_path):
    """A copy of that store that a test may harm."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in (FILE, SLOTS):
        shutil.copy(small.folder / name, folder / name)
    return folder


def test_the_demo_prints_its_password_and_each_path_it_wrote(demo):
    assert PASSWORD in demo.printed
    assert "33次会议，47名患者，8个个案" in demo.printed
    written = sorted((demo.folder / "documents").iterdir())
    assert [p.suffix for p in written] == [".docx", ".pdf"] * 2
    for path in written:
        assert str(path) in demo.printed
        assert not any(name in path.name for name in ("石", "欧阳", "仇"))


def test_the_demo_without_a_screen_is_quick_to_read(demo):
    assert len(demo.printed.splitlines()) < 12


def test_the_demo_refuses_a_folder_that_is_not_empty(demo):
    before = sorted(p.name for p in demo.folder.iterdir())
    done = run("demo", demo.folder)
    assert done.returncode == 2
    assert "已经有文件" in done.stderr
    assert sorted(p.name for p in demo.folder.iterdir()) == before


def test_a_good_store_is_verified_in_five_sentences(store):
    done = start("verify", "--store", store)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("：")[0] for line in done.stdout.splitlines()] == [
        "文件",
        "关联",
        "封存",
        "附件",
        "审计链",
    ]


def test_findings_can_be_read_by_a_program(store):
    found = json.loads(run("verify", "--store", store, "--json").stdout)
    assert [f["subject"] for f in found] == ["file", "references", "seals", "attachments", "audit"]
    assert all(f["good"] is True for f in found)


def test_a_damaged_store_ends_with_one(store):
    content = bytearray((store / FILE).read_bytes())
    content[20_000] ^= 1
    (store / FILE).write_bytes(content)
    done = start("verify", "--store", store)
    assert done.returncode == 1
    assert "已损坏" in done.stdout


@pytest.mark.parametrize("ending", ["docx", "pdf", "both"])
def test_documents_are_written_in_the_format_asked_for(store, tmp_path, ending):
    out = tmp_path / "new" / "folder"
    asked = ("--meeting", 2, "--only", "JL", "--to", out, "--format", ending)
    done = run("documents", "--store", store, *asked)
    assert (done.returncode, done.stderr) == (0, "")
    wanted = {"docx": [".docx"], "pdf": [".pdf"], "both": [".docx", ".pdf"]}[ending]
    assert sorted(p.suffix for p in out.iterdir()) == wanted
    assert done.stdout.splitlines() == [str(p) for p in sorted(out.iterdir())]


def test_every_paper_of_a_meeting_is_written_under_a_name_of_its_own(store, tmp_path):
    done = run("documents", "--store", store, "--meeting", 2, "--to", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert sorted(Path(line).name for line in done.stdout.splitlines()) == written
    titles = {name.split("_")[1] for name in written}
    assert {"会议签到表", "个案会议记录", "社会危险性集体评估签字表", "会议纪要"} <= titles
    assert not any(character in name for name in written for character in "䶮㛃𬭎")


def test_what_there_is_to_print_can_be_listed_without_writing(store):
    listed = run("documents", "list", "--store", store).stdout.splitlines()
    assert [line.split("\t")[:2] for line in listed][:2] == [
        ["YC", "会议通知与议程"],
        ["SC", "上次说的话"],
    ]
    of_one = run("documents", "list", "--store", store, "--meeting", 2).stdout.splitlines()
    assert ["JL", "个案会议记录", "meeting:2", "已封存"] in [line.split("\t") for line in of_one]


def test_blank_forms_are_written_without_any_meeting(store, tmp_path):
    done = run("documents", "--store", store, "--blank", "--only", "PG", "--to", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in tmp_path.glob("空白_*")) == [
        "空白_PG_社会危险性集体评估签字表.docx",
        "空白_PG_社会危险性集体评估签字表.pdf",
    ]


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        (("--meeting", 2, "--only", "ZZ"), "没有编号为“ZZ”的文书"),
        ((), "没有指定会议"),
        (("--meeting", 2), "没有指定存放文件夹"),
        (("--blank", "--only", "JY"), "没有编号为“JY”的空白表"),
    ],
)
def test_what_cannot_be_written_is_refused_in_words(store, tmp_path, asked, because):
    out = ("--to", tmp_path / "out") if because != "没有指定存放文件夹" else ()
    done = run("documents", "--store", store, *asked, *out)
    assert done.returncode == 2
    assert because in done.stderr
    assert not list(tmp_path.glob("out/*"))


def test_the_documents_of_the_demo_are_those_written_again(demo, tmp_path):
    store = demo.copy_to(tmp_path / "demo")
    (last,) = re.findall(r"会议(\d+)的文书：.*\.pdf$", demo.printed, re.MULTILINE)[-1:]
    asked = ("--meeting", last, "--only", "JL", "--to", tmp_path / "out")
    start("documents", "--store", store, *asked)
    again = sorted((tmp_path / "out").iterdir())
    assert len(again) == 2
    for path in again:
        assert path.read_bytes() == (demo.folder / "documents" / path.name).read_bytes()


def test_a_backup_is_restored_with_the_recovery_code_where_the_computer_is_gone(
    small, store, tmp_path
):
    code = small.recovery_code
    made = run("backup", "--store", store, "--to", tmp_path / "stick").stdout.strip()
    asked = ("restore", "--recovery", "--backup", made)
    assert run(*asked, "--to", tmp_path / "wrong", password="AAAAAA").returncode == 2
    assert not (tmp_path / "wrong").exists() or not list((tmp_path / "wrong").iterdir())
    assert run(*asked, "--to", tmp_path / "back", password=code).returncode == 0
    assert run("verify", "--store", tmp_path / "back").returncode == 0


def test_a_backup_is_written_and_can_be_restored_into_a_new_folder(store, tmp_path):
    done = run("backup", "--store", store, "--to", tmp_path / "stick")
    assert done.returncode == 0
    made = Path(done.stdout.strip())
    assert made.parent == tmp_path / "stick"
    back = tmp_path / "back"
    assert run("restore", "--backup", made, "--to", back).returncode == 0
    assert run("verify", "--store", back).returncode == 0
    assert run("restore", "--backup", made, "--to", back).returncode == 2


def test_restoring_says_how_many_attachments_are_missing_and_brings_back_the_records(
    store, tmp_path
):
    clock = Clock(datetime(2026, 11, 25, 6, 30, tzinfo=UTC))
    bench = unlock(store, PASSWORD, computer=lambda: None, now=clock)
    add_attachment(bench, 1, a_file(), REPORT)
    bench.close()
    made = Path(run("backup", "--store", store, "--to", tmp_path / "stick").stdout.strip())
    for path in (made / "attachments").iterdir():
        path.unlink()
    done = run("restore", "--backup", made, "--to", tmp_path / "back")
    assert done.returncode == 0
    assert "缺1份附件" in done.stdout
    found = run("verify", "--store", tmp_path / "back")
    assert found.returncode == 1
    assert "第1号附件（出院记录，2026年11月3日）的文件不见了" in found.stdout


def test_the_password_may_come_from_a_file(store, tmp_path):
    (tmp_path / "p").write_text(PASSWORD + "\n", "utf-8")
    done = run("verify", "--store", store, "--password-file", tmp_path / "p", password=None)
    assert done.returncode == 0


BAD = {
    "no command": ((), PASSWORD),
    "unknown command": (("burn",), PASSWORD),
    "no store": (("verify",), PASSWORD),
    "a store that is not there": (("verify", "--store", "nowhere"), PASSWORD),
    "a wrong password": (("verify", "--store", "STORE"), "wrong-password"),
    "no password": (("verify", "--store", "STORE"), None),
    "a password file that is not there": (
        ("verify", "--store", "STORE", "--password-file", "nowhere"),
        PASSWORD,
    ),
    "a meeting that is not there": (
        ("documents", "--store", "STORE", "--meeting", "99", "--to", "out"),
        PASSWORD,
    ),
    "a meeting that is no number": (
        ("documents", "--store", "STORE", "--meeting", "x", "--to", "out"),
        PASSWORD,
    ),
    "an unknown format": (
        ("documents", "--store", "STORE", "--meeting", "1", "--to", "out", "--format", "odt"),
        PASSWORD,
    ),
    "a target that is a file": (("backup", "--store", "STORE", "--to", "FILE"), PASSWORD),
    "a folder that is a file": (
        ("documents", "--store", "STORE", "--meeting", "1", "--to", "FILE"),
        PASSWORD,
    ),
}


@pytest.mark.parametrize("case", ["no command", "a wrong password", "no password"])
def test_bad_input_ends_the_program_with_two(store, tmp_path, case):
    arguments, password = BAD[case]
    done = start(*[str(store) if a == "STORE" else a for a in arguments], password=password)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_with_two_and_plain_words(store, tmp_path, case):
    arguments, password = BAD[case]
    (tmp_path / "file").write_text("x")
    names = {"STORE": str(store), "FILE": str(tmp_path / "file")}
    done = run(*[names.get(a, a) for a in arguments], password=password, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_store_in_use_is_refused_on_the_command_line_too(store):
    from workbench.accounts import unlock

    bench = unlock(store, PASSWORD)
    done = start("backup", "--store", store, "--to", store / "b")
    bench.close()
    assert done.returncode == 2
    assert "正由本程序的另一个窗口使用" in done.stderr


def test_nothing_readable_stands_in_the_store_of_the_demo(demo):
    for path in demo.folder.rglob("*"):
        if path.is_file() and "documents" not in path.parts:
            content = path.read_bytes()
            assert "石䶮".encode() not in content
            assert "云栖街道".encode() not in content
