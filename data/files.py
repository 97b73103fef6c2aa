"""Writing files so that after any cut there is the old one or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path

from data.problems import FolderNotWritable, of_system


def write_whole(target: Path, content: bytes) -> None:
    """Write beside the target, flush, move into place. Raises DiskFull or FolderNotWritable."""
    half = target.with_name(f".{target.name}.part")
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        problem = of_system(error)
        if problem is None:
            raise
        raise problem from error
    finally:
        half.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raise FolderNotWritable or DiskFull where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FolderNotWritable from error
    except OSError as error:
        raise of_system(error) or error from error


def flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can do that for folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
