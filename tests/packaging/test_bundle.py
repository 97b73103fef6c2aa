"""The folder that runs without Python: how it is made, tried out and laid into a package."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
PACKER = shutil.which("dpkg-deb")
INSTALLER = (ROOT / "packaging" / "installer.iss").read_text("utf-8-sig")


@pytest.fixture
def made(contents, tmp_path, plant):
    """A folder as the packer leaves it, small enough to be laid out in a moment."""
    folder = tmp_path / contents.NAME
    for name in (contents.NAME, contents.COMMAND_LINE):
        plant(folder / name, 'echo "$@"')
    (folder / "_internal").mkdir()
    (folder / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/libQt6Core.so.6")
    (folder / "_internal" / "secret.dat").write_bytes(bytes(5000))
    (folder / "_internal" / "secret.dat").chmod(0o600)
    for side in (32, 48, 128, 256):
        (tmp_path / "icon").mkdir(exist_ok=True)
        (tmp_path / "icon" / f"{side}.png").touch()
    return folder


@pytest.fixture
def laid_out(debian, made, tmp_path):
    """The tree of the package."""
    debian.lay_out(made, tmp_path / "deb", tmp_path / "icon")
    return tmp_path / "deb"


def entry_of(tree):
    [entry] = tree.rglob("*.desktop")
    lines = entry.read_text("utf-8").splitlines()[1:]
    return dict(line.split("=", 1) for line in lines)


def test_the_menu_entry_starts_the_program_and_names_it_in_chinese(laid_out, contents):
    entry = entry_of(laid_out)
    assert entry["Name"] == contents.NAME
    started = laid_out / entry["Exec"].strip('"').removeprefix("/")
    assert os.access(started, os.X_OK)
    assert "Office" in entry["Categories"].split(";")
    assert len(list(laid_out.rglob(f"{entry['Icon']}.*g"))) == 4


def test_the_command_reaches_the_program_for_the_console(laid_out, debian, contents):
    link = laid_out / "usr/bin" / debian.PACKAGE
    assert (laid_out / str(link.readlink()).removeprefix("/")).name == contents.COMMAND_LINE


def test_everybody_may_read_what_is_installed_and_links_stay_links(laid_out):
    [kept] = laid_out.rglob("secret.dat")
    assert kept.stat().st_mode & 0o777 == 0o644
    assert (kept.parent / "libQt6Core.so.6").is_symlink()


def test_the_package_has_our_version_and_asks_for_what_set_up_knows(debian, scripts, monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    fields = debian.control_fields(VERSION, 5)
    assert (fields["Version"], fields["Architecture"]) == (VERSION, "amd64")
    asked = fields["Depends"].split(", ")
    system = scripts["system"]
    for part in (*system.LIBRARIES, *system.WINDOW_LIBRARIES):
        assert " | ".join(part.packages) in asked
    assert asked[0].startswith("libc6 (>= 2.")
    assert len(asked) == len(set(asked))


@pytest.mark.skipif(PACKER is None, reason="no dpkg-deb on this computer")
def test_the_package_can_be_read_back(debian, made, tmp_path):
    package = debian.pack(made, tmp_path, VERSION)
    told = subprocess.run(
        [PACKER, "--field", str(package), "Package", "Version", "Description"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert f"Version: {VERSION}\nDescription: 个案会商工作台\n" in told.stdout


def test_the_installer_for_windows_is_of_the_same_version_and_name(contents):
    said = dict(re.findall(r'^#define (\w+) "(.+)"$', INSTALLER, re.MULTILINE))
    assert said == {"Name": contents.NAME, "Version": VERSION}
    assert f"{contents.COMMAND_LINE}.exe" in INSTALLER


def test_every_library_is_given_out_with_its_licences(bundle, tmp_path):
    newer, older = tmp_path / "newer.dist-info", tmp_path / "older.dist-info"
    (newer / "licenses" / "parts").mkdir(parents=True)
    (newer / "licenses" / "parts" / "zlib.txt").touch()
    older.mkdir()
    (older / "LICENSE").touch()
    (older / "RECORD").touch()
    for library in (newer, older):
        bundle.copy_licences(library, tmp_path / library.stem)
    assert (tmp_path / "newer" / "parts" / "zlib.txt").exists()
    assert [path.name for path in (tmp_path / "older").iterdir()] == ["LICENSE"]


@pytest.mark.parametrize(("answer", "passed"), [("exit 0", True), ("exit 1", False)])
def test_a_folder_that_fails_its_own_test_is_not_given_out(bundle, made, plant, answer, passed):
    plant(bundle.executable(made), answer)
    assert bundle.passes_its_test(made) is passed


def test_the_folder_tries_itself_out_without_leaning_on_our_python(
    bundle, made, plant, monkeypatch
):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    plant(bundle.executable(made), 'test -z "$PYTHONPATH" && test "$1" = --self-test')
    assert bundle.passes_its_test(made)


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["--rpm"], 2)])
def test_a_command_not_known_is_answered_with_the_ways_to_call(bundle, arguments, code, capsys):
    assert bundle.main(arguments, None) == code
    assert capsys.readouterr().err.startswith("用法：python3 packaging/bundle.py")


def test_the_sources_pass_the_test_of_the_bundle():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, selftest; sys.exit(selftest.main())"],
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "自检通过。"
    assert all(line.startswith("  好　　") for line in done.stdout.splitlines()[:-1])


def test_the_bundle_is_built_and_passes_its_own_test(full):
    if not full:
        pytest.skip("building the bundle takes minutes and downloads; asked for with --full")
    built = subprocess.run([sys.executable, "packaging/bundle.py"], cwd=ROOT, check=False)
    assert built.returncode == 0
    program = ROOT / ".build" / "个案会商工作台" / "workbench"
    asked = subprocess.run([program, "--help"], env={}, capture_output=True, check=True)
    assert "命令行" in asked.stdout.decode()
