"""Everything that must be green before a change is handed in: `python3 tests/check.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from environment import Environment, plainly
from system import say

USAGE = """\
用法：python3 tests/check.py [--full] [-- pytest 的参数…]

  （不写）   依次检查格式、写法、类型、引用次序，最后运行测试
  --full     测试也做费时的部分\
"""
# Started as modules: the scripts beside the interpreter break when the folder is moved.
IMPORT_ORDER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


class Step(NamedTuple):
    """One check: its name and the command that fails when it is not green."""

    name: str
    command: tuple[str, ...]


def steps(python: str, pytest_arguments: Sequence[str] = ()) -> list[Step]:
    """List every check in order; the tests come last, so that their result ends the output."""
    return [
        Step("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Step("ruff check", (python, "-m", "ruff", "check", ".")),
        Step("mypy", (python, "-m", "mypy")),
        Step("lint-imports", (python, "-c", IMPORT_ORDER)),
        Step("pytest", (python, "-m", "pytest", "-q", *pytest_arguments)),
    ]


def failing(checks: Sequence[Step]) -> list[str]:
    """Run all checks, whatever the earlier ones say, and name those that failed or crashed."""
    return [check.name for check in checks if _run(check) != 0]


def main(arguments: list[str], environment: Environment) -> int:
    """Set up, check everything, and give 0 only when all of it is green."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    ours, passed_on = arguments[:split], arguments[split + 1 :]
    if ours not in ([], ["--full"]):
        say(USAGE)
        return 0 if ours in (["-h"], ["--help"]) else 2
    environment.prepare()
    *first, tests = steps(str(environment.python), [*ours, *passed_on])
    failed = failing(first)
    if failed:
        print(f"== 未通过：{'、'.join(failed)}", flush=True)
    return 1 if failing([tests]) or failed else 0


def _run(check: Step) -> int:
    print(f"== {check.name}", flush=True)
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    variables.pop("PYTHONPATH", None)
    variables.pop("PYTHONHOME", None)
    code = subprocess.run(check.command, check=False, cwd=ROOT, env=variables).returncode
    if code < 0:
        say(f"{check.name} 被信号 {-code} 打断。")
    return code


if __name__ == "__main__":
    sys.exit(plainly(lambda: main(sys.argv[1:], Environment())))
