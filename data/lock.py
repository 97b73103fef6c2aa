"""The lock that lets one instance at a time have a store; the system frees it after a crash."""

from __future__ import annotations

import os
from pathlib import Path

from data.problems import AlreadyOpen, of_system

if os.name == "nt":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from opening to closing; screen and command line respect it alike."""

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise of_system(error) or error from error
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise AlreadyOpen from error

    def release(self) -> None:
        """Let the next instance have the folder."""
        os.close(self._handle)
