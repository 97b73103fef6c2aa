"""Whether a folder holds a store, told without opening anything."""

from __future__ import annotations

from pathlib import Path

from data.problems import of_system

FILE = "workbench.db"


def holds_store(folder: Path) -> bool:
    """Tell whether there is a store in a folder; raise FolderNotWritable when one cannot look."""
    try:
        return (folder / FILE).is_file()
    except OSError as error:
        raise of_system(error) or error from error
