"""Where both programs of the bundle begin; what the one called is named tells which it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

SELF_TEST = "--self-test"


def main(arguments: Sequence[str], called: str) -> int:
    """Do one piece of work apart, test the bundle, run a command, or open the window."""
    from workbench.processes import APART, COMMAND_LINE, run_named

    restore_libraries()
    if called != COMMAND_LINE:
        from ui.__main__ import main as open_window

        return open_window(arguments)
    if arguments[:1] == [APART]:
        return run_named(arguments[1:])
    if arguments == [SELF_TEST]:
        from selftest import main as test_bundle

        return test_bundle()
    from workbench.__main__ import main as run_command

    return run_command(arguments)


def restore_libraries() -> None:
    """Let programs of the system that we start find the system's libraries, not the bundle's."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(sys.executable).stem))
