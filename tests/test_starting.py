"""The door stands before anything heavy is loaded, and nothing is loaded before it is wanted."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Slow to load, and wanted by one kind of work only: the first that does it waits for them.
FOR_ONE_WORK = {
    "PIL",
    "alembic",
    "docx",
    "keyring",
    "lxml",
    "openpyxl",
    "pypinyin",
    "python_calamine",
    "reportlab",
    "segno",
    "workbench.demo",
}
FOR_THE_DESK = {"sqlalchemy", "sqlcipher3", "pypdfium2", "ui.desk", "data.models", "data.store"}
AT_THE_DOOR = """
from PySide6.QtWidgets import QApplication
from ui.__main__ import dress
from ui.main_window import MainWindow
from ui.preferences import Preferences
from workbench.door import default_folder
folder = default_folder()
folder.mkdir(parents=True)
(folder / "workbench.db").touch()
app = QApplication([])
dress(app, Preferences(folder))
window = MainWindow(folder=folder)
window.show()
"""
ALL_THE_REST = "from ui.loading import load_the_rest; load_the_rest()"


@pytest.mark.parametrize(
    ("begun", "unwanted"),
    [
        (AT_THE_DOOR, FOR_ONE_WORK | FOR_THE_DESK),
        (ALL_THE_REST, FOR_ONE_WORK),
        ("import workbench.accounts", FOR_ONE_WORK | {"PySide6"}),
    ],
    ids=["the door", "the desk", "opening a store"],
)
def test_what_is_not_wanted_yet_is_not_loaded(begun, unwanted, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert loaded_by(begun) & unwanted == set()


def test_the_desk_is_loaded_behind_the_door(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    waited = "app.processEvents(); window.pool.waitForDone()"
    assert {"ui.desk", "sqlalchemy"} <= loaded_by(f"{AT_THE_DOOR}\n{waited}")


def loaded_by(lines):
    """The names of what a new process has loaded after these lines."""
    told = f"{lines}\nimport sys; print(*sys.modules, flush=True)\nimport os; os._exit(0)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(done.stdout.split())
