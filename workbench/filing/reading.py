"""Taking in a file without trusting it: a process of its own tries it out and hands it back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.filing.errors import FileUnfit
from workbench.filing.limits import MOST_BYTES, SUFFIXES
from workbench.processes import Worker, WorkerEnded, module_command, run_apart

_FROM_PHONES = (".heic", ".heif")


@dataclass(frozen=True)
class FitFile:
    """A file as it may be kept: opened once, within bounds, and free of traces of the camera."""

    name: str
    suffix: str
    content: bytes
    pages: int | None

    def __repr__(self) -> str:
        """Show nothing of whom it may be about."""
        return f"<FitFile {self.suffix}>"


@dataclass(frozen=True)
class Checker(Worker):
    """The process that tries files out."""

    command: tuple[str, ...] = module_command("workbench.filing.checking")
    seconds: float = 20


def read_file(path: Path, checker: Checker | None = None) -> FitFile:
    """Read a file from the disk; raise FileUnfit for whatever is wrong with it. Slow."""
    suffix = _suffix(path.name)
    try:
        if not path.is_file():
            raise FileUnfit("missing")
        if path.stat().st_size > MOST_BYTES:
            raise FileUnfit("too_large")
        content = path.read_bytes()
    except OSError as error:
        raise FileUnfit("unreachable") from error
    return _tried(path.stem, suffix, content, checker or Checker())


def read_picture(name: str, content: bytes, checker: Checker | None = None) -> FitFile:
    """Take a picture that was copied, as PNG; raise FileUnfit likewise. Slow."""
    return _tried(name, ".png", content, checker or Checker())


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in SUFFIXES:
        return suffix
    raise FileUnfit("heic" if suffix in _FROM_PHONES else "not_kept")


def _tried(name: str, suffix: str, content: bytes, checker: Checker) -> FitFile:
    try:
        head, _, rest = run_apart(checker, suffix, content).partition(b"\n")
    except WorkerEnded as end:
        raise FileUnfit(end.reason) from end
    try:
        said = json.loads(head)
        if "refused" in said:
            raise FileUnfit(str(said["refused"]))
        if said["size"] != len(rest) or not (said["pages"] is None or said["pages"] > 0):
            raise FileUnfit("stopped")
        return FitFile(name, suffix, rest, said["pages"])
    except (ValueError, TypeError, KeyError) as error:
        raise FileUnfit("stopped") from error
