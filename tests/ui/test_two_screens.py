"""With a projector plugged in, in a process of its own: screens are there from the start."""

import json
import subprocess
import sys
from pathlib import Path

from tests.builders import environment

ROOT = Path(__file__).parent.parent.parent
SIZES = ((0, 1366, 768), (1366, 1024, 768))


def test_what_holds_with_two_screens(tmp_path):
    screens = [
        {"name": str(x), "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96}
        | {"logicalBaseDpi": 96, "dpr": 1}
        for x, width, height in SIZES
    ]
    given = tmp_path / "screens.json"
    given.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    variables = environment() | {"QT_QPA_PLATFORM": f"offscreen:configfile={given}"}
    asked = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]
    asked.append("tests/ui/two_screens.py")
    done = subprocess.run(
        asked,
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "6 passed" in done.stdout
