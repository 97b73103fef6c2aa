"""Many papers into one folder, one after the other; stopping between two leaves whole ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.files import make_folder
from workbench.bench import Bench
from workbench.file_errors import in_words
from workbench.paperwork.documents import (
    DocumentRow,
    bind_documents,
    document_name,
    save_document,
)
from workbench.paperwork.subjects import Subject


@dataclass(frozen=True)
class Batch:
    """What goes into one file: one paper, or all halves of one form, which share sheets."""

    title: str
    papers: tuple[tuple[str, Subject], ...]

    def save(
        self, bench: Bench, folder: Path, number: int, endings: Sequence[str]
    ) -> tuple[Path, ...]:
        """Save it under its number and its name, once for each ending. Slow."""
        with in_words():
            make_folder(folder)
        form, subject = self.papers[0]
        name = f"{number:02d}_{document_name(bench, form, subject)}"
        targets = tuple(folder / f"{name}{ending}" for ending in endings)
        self.write(bench, *targets)
        return targets

    def write(self, bench: Bench, *targets: Path) -> None:
        """Write it as these files. Slow."""
        if len(self.papers) > 1:
            bind_documents(bench, self.papers, *targets)
        else:
            save_document(bench, *self.papers[0], *targets)


def batches_of(rows: Sequence[DocumentRow]) -> list[Batch]:
    """Papers as the files they are saved in, in their order."""
    found: list[Batch] = []
    halves: set[str] = set()
    for row in rows:
        if row.half and row.form in halves:
            continue
        together = [each for each in rows if each.form == row.form] if row.half else [row]
        halves |= {row.form} if row.half else set()
        found.append(Batch(row.title, tuple((each.form, each.subject) for each in together)))
    return found


def free_folder(parent: Path, name: str) -> Path:
    """A folder in another that is not there yet, so that nothing is written over."""
    found, number = parent / name, 1
    while found.exists():
        number += 1
        found = parent / f"{name}_{number}"
    return found
