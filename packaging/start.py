"""Sets everything up and opens the program: `python3 packaging/start.py`."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from environment import Environment, plainly
from system import WINDOW_LIBRARIES, SetUpFailed, last_lines, missing, require, say

USAGE = """\
用法：python3 packaging/start.py [--setup | --demo | -- 命令…]

  （不写）     准备好运行环境并打开程序；打不开窗口时，演示一次例会并写出文书
  --setup      只准备运行环境
  --demo       用演示资料打开程序
  -- 命令…     在运行环境里执行 python -m workbench 命令…\
"""
LOADED = "loaded"
PROBE = f"""
from PySide6.QtWidgets import QApplication
print("{LOADED}", flush=True)
print(QApplication([]).platformName(), flush=True)
"""
UNSEEN = ("offscreen", "minimal", "minimalegl")
PATIENCE_SECONDS = 60


def main(arguments: list[str], environment: Environment) -> int:
    """Do what the command line asks and give the exit code."""
    if arguments[:1] == ["--"]:
        environment.prepare()
        return environment.run("workbench", *arguments[1:])
    if arguments not in ([], ["--setup"], ["--demo"]):
        say(USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    environment.prepare()
    if arguments == ["--setup"]:
        return 0
    if a_window_opens(environment):
        return environment.run("ui", *arguments)
    return hold_demo_meeting(environment)


def a_window_opens(environment: Environment) -> bool:
    """Try a window; at a screen that merely lacks libraries, have them installed and try again."""
    if _probe(environment):
        return True
    if not _at_a_screen() or not missing(WINDOW_LIBRARIES):
        return False
    require(WINDOW_LIBRARIES)
    return _probe(environment)


def hold_demo_meeting(environment: Environment) -> int:
    """Without a screen: run the demo meeting into a new folder and say where its papers are."""
    folder = new_folder()
    say("这里打不开窗口，改为演示一次例会……")
    code = environment.run("workbench", "demo", str(folder))
    if code == 0:
        say(f"演示例会的资料和文书都在：{folder}")
    return code


def new_folder() -> Path:
    """Name a dated folder that is not there yet, at home or where else we may write."""
    name = f"{time.strftime('%Y-%m-%d-%H%M%S')}-{os.getpid()}"
    for place in (Path.home(), Path.cwd()):
        collection = place / "个案会商演示"
        with contextlib.suppress(OSError):
            collection.mkdir(exist_ok=True)
            if os.access(collection, os.W_OK):
                return collection / name
    return Path(tempfile.mkdtemp(prefix="个案会商演示-")) / name


def _probe(environment: Environment) -> bool:
    # In a child, because Qt ends the whole process when it finds no screen.
    try:
        tried = subprocess.run(
            [str(environment.python), "-P", "-c", PROBE],
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
            env=environment.variables(),
            timeout=PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return False
    said = tried.stdout.split()
    if LOADED not in said:
        raise SetUpFailed(
            "窗口组件无法装载。", "请看下面的原因，解决后再运行一次。", last_lines(tried.stderr)
        )
    return tried.returncode == 0 and said[-1] not in UNSEEN


def _at_a_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in UNSEEN:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(plainly(lambda: main(sys.argv[1:], Environment())))
