"""The environment the program runs in: found again when nothing changed, else built anew."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from system import (
    LIBRARIES,
    LINES_SHOWN,
    REFUSED,
    Part,
    SetUpFailed,
    may_install,
    missing,
    require,
    say,
    venv_parts,
)

ROOT = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = (3, 11), (3, 13)
# Each would lead a child away from the environment it was started in.
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
PIP_MISLEADING = ("PYTHONDONTWRITEBYTECODE", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
INSTALL = (
    "-m", "pip", "install", "--require-hashes", "--only-binary=:all:", "--compile", "--no-input",
    "--disable-pip-version-check", "--root-user-action=ignore", "--progress-bar=off",
)  # fmt: skip


class Environment:
    """The `.venv` of one copy of the program, or another folder built the same way."""

    def __init__(
        self, root: Path = ROOT, *, folder: Path | None = None, requirements: Path | None = None
    ) -> None:
        self.root = root
        self.folder = folder or root / ".venv"
        self.requirements = requirements or root / "packaging" / "requirements.lock"
        self.stamp = self.folder / "built-from"
        self._turn = root / ".setup" / "lock"
        on_windows = sys.platform == "win32"
        self.python = self.folder / ("Scripts/python.exe" if on_windows else "bin/python")

    def wanted_stamp(self) -> str:
        """Name what the environment has to be built from: these requirements, for this Python."""
        digest = hashlib.sha256(self.requirements.read_bytes()).hexdigest()
        return f"{digest} {sys.implementation.cache_tag} {sysconfig.get_platform()}\n"

    def is_ready(self) -> bool:
        """Tell whether it was built to the end, from the same requirements, for this Python."""
        try:
            found = self.stamp.read_text("utf-8", errors="replace")
            return found == self.wanted_stamp() and self.python.exists()
        except OSError:
            return False

    def prepare(self) -> None:
        """Make it ready, or raise `SetUpFailed`. Does nothing when it is."""
        if self.is_ready() and not missing(LIBRARIES):
            return
        if not may_install():
            require(self._needed())  # can only refuse, so it need not wait for a turn
        try:
            with _one_at_a_time(self._turn) as turn:
                self._prepare_alone(turn)
        except OSError as problem:
            raise SetUpFailed(
                f"运行环境没有准备好，无法写入：{problem.filename or problem.strerror}。",
                "请关掉正在运行的本程序，确认这个文件夹可以写、磁盘还有 1 GB 空间，再运行一次。",
            ) from problem

    def run(self, *arguments: str) -> int:
        """Run one of our own modules, from the user's folder, and pass its exit code on."""
        # -P: a folder named `data` where the user stands must not take the place of ours.
        command = [str(self.python), "-P", "-m", *arguments]
        return subprocess.run(command, check=False, env=self.variables()).returncode

    def variables(self) -> dict[str, str]:
        """Give the variables under which our modules are found from any folder."""
        # A console that knows no Chinese shows question marks; it must not end the program.
        console = {"PYTHONIOENCODING": ":replace"}
        return {**console, **_without(MISLEADING), "PYTHONPATH": str(self.root)}

    def _prepare_alone(self, turn: Sequence[int]) -> None:
        require(self._needed())
        if not self.is_ready():
            self._build(turn)

    def _needed(self) -> tuple[Part, ...]:
        return LIBRARIES if self.is_ready() else (*venv_parts(), *LIBRARIES)

    def _build(self, turn: Sequence[int]) -> None:
        say("正在准备运行环境，约需几分钟……")
        self._clear()
        made = follow([_base_python(), "-m", "venv", str(self.folder)], turn)
        if made is not None:
            raise SetUpFailed("无法建立运行环境。", "请看下面的原因，解决后再运行一次。", made)
        said = follow([str(self.python), *INSTALL, "-r", str(self.requirements)], turn)
        if said is not None:
            raise SetUpFailed(
                "运行环境所需的组件没有装全。", "请检查网络后再运行一次，会重新安装。", said
            )
        self._put_stamp()
        say("运行环境已经准备好。")

    def _clear(self) -> None:
        """Start from nothing: what a killed or older set-up left behind cannot be trusted."""
        if self.folder.exists():
            self.stamp.unlink(missing_ok=True)
            shutil.rmtree(self.folder)

    def _put_stamp(self) -> None:
        beside = self.stamp.with_suffix(".new")
        beside.write_text(self.wanted_stamp(), "utf-8")
        beside.replace(self.stamp)


def require_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Refuse a Python the libraries are not made for."""
    if not OLDEST <= version <= NEWEST:
        found = "{}.{}".format(*version)
        raise SetUpFailed(
            f"现在用的是 Python {found}，本程序需要 Python 3.11、3.12 或 3.13。",
            "请装上其中一个，再用它运行，例如：python3.11 packaging/start.py",
        )


def plainly(work: Callable[[], int]) -> int:
    """Run a command to its exit code; whatever stops the set-up is told in words."""
    try:
        require_python()
        code = work()
    except SetUpFailed as failed:
        for line in (failed.message, failed.next_step, *failed.details):
            say(line)
        return REFUSED
    except KeyboardInterrupt:
        say("已中断。再运行一次会接着准备。")
        return 130
    return code if code >= 0 else 128 - code  # as a shell reports a child ended by a signal


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[Sequence[int]]:
    """Wait for our turn; the file kept open may be handed on to children, who then hold it too."""
    path.parent.mkdir(exist_ok=True)
    with path.open("ab") as file:
        if not _taken(file):
            say("另一处正在准备运行环境，请稍候……")
            while not _taken(file):
                time.sleep(0.3)
        yield () if sys.platform == "win32" else (file.fileno(),)


def _taken(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def follow(command: Sequence[str], turn: Sequence[int]) -> list[str] | None:
    """Run a tool, telling how far it is; give its last lines when it fails."""
    last: deque[str] = deque(maxlen=LINES_SHOWN)
    # The child keeps our turn: if we are killed, the next run waits until it is gone too.
    with subprocess.Popen(
        command,
        env=_without((*MISLEADING, *PIP_MISLEADING)),
        pass_fds=turn,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as child:
        fetched = 0
        for line in child.stdout or ():
            last.append(line.rstrip())
            fetched += line.startswith("Collecting ")
            _tell(line, fetched)
    return list(last) if child.returncode != 0 else None


def _tell(line: str, fetched: int) -> None:
    if line.startswith("Collecting ") and fetched % 10 == 0:
        say(f"  已取得 {fetched} 个组件……")
    elif line.startswith("Installing collected"):
        say("  正在写入磁盘……")


def _without(names: Sequence[str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in names}


def _base_python() -> str:
    # We may have been started by the very environment that has to be rebuilt.
    return getattr(sys, "_base_executable", None) or sys.executable
