"""Where the program is put together: an environment with what it needs to run and to be packed."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from environment import ROOT, Environment
from system import LIBRARIES, WINDOW_LIBRARIES, Part, SetUpFailed, require

PIN = re.compile(r"^([a-z0-9-]+)==")
# Named are those that stay out, so that a new dependency of the program is never forgotten.
CHECKS_ONLY = frozenset({
    "ast-serialize", "click", "colorama", "execnet", "fonttools", "grimp", "hypothesis",
    "import-linter", "iniconfig", "librt", "markdown-it-py", "mdurl", "mypy", "mypy-extensions",
    "packaging", "pathspec", "pluggy", "pygments", "pypdf", "pytest", "pytest-qt", "pytest-xdist",
    "rich", "ruff", "sortedcontainers", "zxing-cpp",
})  # fmt: skip


class Workshop:
    """The hidden folder `.build` of one copy of the program."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".build"
        self.work = self.folder / "work"
        self.requirements = self.folder / "requirements.lock"
        self.environment = Environment(
            root, folder=self.folder / "environment", requirements=self.requirements
        )

    def prepare(self) -> None:
        """Have everything at hand, or raise `SetUpFailed`."""
        if sys.platform != "win32":
            # What stands here goes into the bundle, for computers that lack it.
            require((*LIBRARIES, *WINDOW_LIBRARIES, *python_parts()))
            require_tool("objdump", "binutils")
        self.folder.mkdir(exist_ok=True)
        self.requirements.write_text(wanted(self.root / "packaging"), "utf-8")
        self.environment.prepare()


def wanted(packaging: Path) -> str:
    """List what is installed: what the program runs on and what packs it, each with its hashes."""
    program = pins((packaging / "requirements.lock").read_text("utf-8"))
    tools = pins((packaging / "build.lock").read_text("utf-8"))
    kept = {name: pin for name, pin in program.items() if name not in CHECKS_ONLY}
    return "".join({**tools, **kept}.values())


def pins(lock: str) -> dict[str, str]:
    """Split a lock file by the name of what it pins."""
    found: dict[str, str] = {}
    name = ""
    for line in lock.splitlines(keepends=True):
        begun = PIN.match(line)
        name = begun[1] if begun else name
        found[name] = found.get(name, "") + line
    return found


def python_parts() -> tuple[Part, ...]:
    """Name the library of this Python where the system keeps it in a package of its own."""
    if sys.base_prefix != "/usr":
        return ()
    name = "libpython{}.{}".format(*sys.version_info[:2])
    return (Part(f"{name}.so.1.0", (name,)),)


def require_tool(name: str, package: str) -> None:
    """Refuse to go on without a program of the system."""
    if shutil.which(name) is None:
        raise SetUpFailed(
            f"这台电脑缺少 {name}。",
            "请在终端运行下面这一行（需要管理员密码），再运行一次。",
            [f"sudo apt-get install -y --no-install-recommends {package}"],
        )
