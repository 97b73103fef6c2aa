"""What the program needs from the computer itself: looked for, asked for, or installed by apt."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

REFUSED = 3
LINES_SHOWN = 8
APT_INSTALL = ("-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends")
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


class SetUpFailed(Exception):
    """What stops the set-up: what happened, what to do, and a tool's last words or a command."""

    def __init__(self, message: str, next_step: str, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.details = tuple(details)


class Part(NamedTuple):
    """A library or a piece of Python that must be present, and the packages that may bring it."""

    name: str
    packages: tuple[str, ...]

    def is_present(self) -> bool:
        """Look where it will be looked for later: at the loader, not at the list of packages."""
        if ".so" in self.name:
            return _library_loads(self.name)
        importlib.invalidate_caches()
        return importlib.util.find_spec(self.name) is not None


GLIB = ("libglib2.0-0", "libglib2.0-0t64")
LIBRARIES = (
    Part("libglib-2.0.so.0", GLIB),
    Part("libgthread-2.0.so.0", GLIB),
    Part("libGL.so.1", ("libgl1",)),
    Part("libEGL.so.1", ("libegl1",)),
    Part("libxkbcommon.so.0", ("libxkbcommon0",)),
    Part("libfontconfig.so.1", ("libfontconfig1",)),
    Part("libdbus-1.so.3", ("libdbus-1-3",)),
)
WINDOW_LIBRARIES = (
    Part("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Part("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Part("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Part("libxcb-shape.so.0", ("libxcb-shape0",)),
    Part("libxcb-xkb.so.1", ("libxcb-xkb1",)),
    Part("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
)


def venv_parts() -> tuple[Part, ...]:
    """Name the pieces of Python that build an environment; Debian keeps them in a package."""
    version = "python{}.{}-venv".format(*sys.version_info[:2])
    # A Python from anywhere else gains nothing from the system's package.
    packages = (version, "python3-venv") if sys.base_prefix == "/usr" else ()
    return (Part("venv", packages), Part("ensurepip", packages))


def say(text: str) -> None:
    """Tell the person at the console what is going on."""
    print(text, file=sys.stderr, flush=True)


def missing(parts: Iterable[Part]) -> list[Part]:
    """List the parts this computer lacks. Only Linux leaves libraries to the system."""
    on_linux = sys.platform.startswith("linux")
    return [
        part for part in parts if (on_linux or ".so" not in part.name) and not part.is_present()
    ]


def require(parts: Sequence[Part], welcome: Sequence[Part] = WINDOW_LIBRARIES) -> None:
    """Have all parts present: install what is missing when we may, else refuse and say how."""
    lacking = missing(parts)
    if not lacking:
        return
    names = "、".join(part.name for part in lacking)
    if shutil.which("apt-get") is None or not all(part.packages for part in lacking):
        raise SetUpFailed(
            f"这台电脑缺少：{names}。",
            "请用系统的软件管理器装上这些组件（或换用完整的 Python），再运行一次。",
        )
    # Asked once for everything, so that nobody is sent to the administrator a second time.
    wanted = lacking + missing(part for part in welcome if part not in lacking)
    if not may_install():
        raise SetUpFailed(
            f"系统缺少几个组件：{names}。",
            "请在终端运行下面这一行（需要管理员密码），再运行一次本程序。",
            [install_command(package_names(wanted))],
        )
    _install(wanted)
    if missing(parts):
        raise SetUpFailed(f"装完系统组件后仍然缺少：{names}。", "请找管理电脑的人看一看。")


def may_install() -> bool:
    """Tell whether we are the administrator, and so may call apt ourselves."""
    if sys.platform == "win32":
        return False
    return os.geteuid() == 0


def install_command(packages: Sequence[str]) -> str:
    """Write the one line that an administrator runs."""
    line = " ".join(("sudo apt-get install -y --no-install-recommends", *packages))
    return f"sudo apt-get update && {line}"


def package_names(parts: Iterable[Part]) -> list[str]:
    """Name the packages for these parts as this system calls them, each once."""
    return list(dict.fromkeys(_known_name(part.packages) for part in parts))


def last_lines(text: str) -> list[str]:
    """Keep the end of what a tool said, which is where it says why it gave up."""
    return [line for line in text.splitlines() if line.strip()][-LINES_SHOWN:]


@contextlib.contextmanager
def certificates_kept(path: Path = CERTIFICATES) -> Iterator[None]:
    """Leave in force what was trusted before, such as the house's own certificate."""
    # Installing venv brings the package that writes this list anew, without what was added by hand;
    # behind an inspecting proxy pip could then fetch nothing.
    before = CERTIFICATE.findall(_text_of(path))
    try:
        yield
    finally:
        after = _text_of(path)
        lost = [certificate for certificate in before if certificate not in after]
        if lost:
            path.write_text("\n".join([after.rstrip("\n"), *lost, ""]), "utf-8", "surrogateescape")


def _text_of(path: Path) -> str:
    return path.read_text("utf-8", "surrogateescape") if path.exists() else ""


def _library_loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _known_name(names: Sequence[str]) -> str:
    known = (name for name in names if len(names) > 1 and _apt_knows(name))
    return next(known, names[0])


def _apt_knows(name: str) -> bool:
    answer = _apt("apt-cache", "policy", name).stdout
    return "Candidate:" in answer and "Candidate: (none)" not in answer


def _install(parts: Sequence[Part]) -> None:
    say("正在安装系统组件，约需一两分钟……")
    # A source that is down must not stop us when the others have what we need.
    _apt("apt-get", "update")
    packages = package_names(parts)
    with certificates_kept():
        result = _apt("apt-get", *APT_INSTALL, *packages)
    if result.returncode != 0:
        raise SetUpFailed(
            "系统组件没有装上。",
            "请看下面的原因，解决后再运行一次。",
            [*last_lines(result.stdout), install_command(packages)],
        )


def _apt(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    return subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
