"""The demo as the command line makes it, made once for all workers of a test run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from data.folder import FILE
from data.keys import FILE as SLOTS
from tests.builders import environment

_PATIENCE_SECONDS = 300


@dataclass(frozen=True)
class Made:
    """Where the demo lies, never to be opened there, and what was printed while it was made."""

    folder: Path
    printed: str

    def copy_to(self, folder: Path) -> Path:
        """A copy of the store that a test may open, or harm."""
        folder.mkdir()
        for name in (FILE, SLOTS):
            shutil.copy(self.folder / name, folder / name)
        return folder


def made_demo(tmp_path_factory) -> Made:
    """The demo of this test run; whoever asks first makes it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, printed = shared / "示例 文件夹", shared / "demo-printed"
    try:
        (shared / "demo-begun").mkdir()
    except FileExistsError:
        _wait_for(printed)
    else:
        _make(folder, printed)
    return Made(folder, printed.read_text("utf-8"))


def _make(folder: Path, printed: Path) -> None:
    variables = environment()
    variables.pop("CASE_WORKBENCH_PASSWORD", None)
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "demo", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=variables,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    whole = printed.with_name("demo-being-printed")
    whole.write_text(done.stdout + done.stderr, "utf-8")
    whole.replace(printed)
    assert (done.returncode, done.stderr) == (0, "")


def _wait_for(printed: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while not printed.exists():
        assert time.monotonic() < until, "the demo was not made"
        time.sleep(0.2)
