"""Puts the program into a folder that runs without Python: `python3 packaging/bundle.py`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import contents
import debian
from environment import ROOT, follow, plainly
from system import SetUpFailed, say
from workshop import Workshop, require_tool

USAGE = """\
用法：python3 packaging/bundle.py [--deb]

  （不写）   把程序装进 .build/个案会商工作台，并在里面自检
  --deb      再做成 Debian、Ubuntu、统信和麒麟用的安装包\
"""
NOTE = "使用说明.txt"
LICENCES = "许可"
LICENCE_WORDS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT")
BARE = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TEMP", "TMP", "LOCALAPPDATA")


def main(arguments: list[str], workshop: Workshop) -> int:
    """Build the folder, try it out, and pack it where that was asked for."""
    if arguments not in ([], ["--deb"]):
        say(USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    if arguments:
        require_tool("dpkg-deb", "dpkg")
    workshop.prepare()
    folder = build(workshop)
    if not passes_its_test(folder):
        return 1
    say(f"程序在：{folder}")
    if arguments:
        say("正在做安装包……")
        say(f"安装包在：{debian.pack(folder, workshop.folder, version(workshop.root))}")
    return 0


def build(workshop: Workshop) -> Path:
    """Have the folder made anew and give it."""
    say("正在装配程序，约需几分钟……")
    python, packaging = str(workshop.environment.python), workshop.root / "packaging"
    emblem = workshop.root / contents.EMBLEM
    for plugin in list(contents.left_out_plugins(workshop.environment.folder)):
        plugin.unlink()
    _run([python, str(packaging / "draw_icon.py"), str(emblem), str(workshop.folder / "icon")])
    places = ["--distpath", str(workshop.folder), "--workpath", str(workshop.work)]
    quietly = ["--noconfirm", "--clean", "--log-level", "WARN"]
    spec = str(packaging / "program.spec")
    _run([python, "-m", "PyInstaller", *quietly, *places, spec])
    folder = workshop.folder / contents.NAME
    add_papers(folder, workshop)
    return folder


def add_papers(folder: Path, workshop: Workshop) -> None:
    """Lay beside the programs how to use them, and under which licences they are given."""
    shutil.copy(workshop.root / "packaging" / NOTE, folder / NOTE)
    licences = folder / LICENCES
    shutil.copytree(workshop.root / "packaging" / "licences", licences)
    shutil.copy(workshop.root / "LICENSE", licences / f"{contents.NAME}.txt")
    python_licence = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python_licence.exists():
        shutil.copy(python_licence, licences / "Python.txt")
    for library in sorted(workshop.environment.folder.rglob("site-packages/*.dist-info")):
        copy_licences(library, licences / library.name.removesuffix(".dist-info"))


def copy_licences(library: Path, target: Path) -> None:
    """Keep what an installed library says of its licences, which old ones say in one file."""
    if (library / "licenses").is_dir():
        shutil.copytree(library / "licenses", target)
    for path in library.iterdir():
        if path.is_file() and path.name.upper().startswith(LICENCE_WORDS):
            target.mkdir(exist_ok=True)
            shutil.copy(path, target)


def passes_its_test(folder: Path) -> bool:
    """Have the program try itself out, with nothing of this computer's Python to lean on."""
    say("正在自检……")
    command = [str(executable(folder)), "--self-test"]
    bare = {name: os.environ[name] for name in BARE if name in os.environ}
    return subprocess.run(command, check=False, env=bare, cwd=folder).returncode == 0


def executable(folder: Path) -> Path:
    """The program for the console."""
    return folder / (contents.COMMAND_LINE + (".exe" if sys.platform == "win32" else ""))


def version(root: Path) -> str:
    """The version of the program."""
    import tomllib  # an older Python has to get as far as being refused

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def _run(command: list[str]) -> None:
    said = follow(command, ())
    if said is not None:
        raise SetUpFailed("程序没有装配成。", "请看下面的原因，解决后再运行一次。", said)


if __name__ == "__main__":
    sys.exit(plainly(lambda: main(sys.argv[1:], Workshop(ROOT))))
