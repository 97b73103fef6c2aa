"""`documents` on the command line: a meeting's papers as files, blank forms, and what there is."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.files import make_folder
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.file_errors import in_words
from workbench.paperwork.batches import batches_of
from workbench.paperwork.documents import (
    PDF,
    WORD,
    DocumentRow,
    document_name,
    list_documents,
    list_forms,
    save_blank,
)
from workbench.paperwork.files import case_file_name, find_case, save_case_file

ENDINGS = {"docx": (WORD,), "pdf": (PDF,), "both": (WORD, PDF)}


class MeetingNotNamed(Refused):
    """Papers of a meeting were asked for without saying which."""

    def __init__(self) -> None:
        super().__init__(
            "没有指定会议。",
            next_step="请用 --meeting 指定会议序号，用 --case 指定个案，或用 --blank 写出空白表。",
        )


class FolderNotNamed(Refused):
    """Files were asked for without saying where."""

    def __init__(self) -> None:
        super().__init__("没有指定存放文件夹。", next_step="请用 --to 指定存放文件夹。")


class NothingToWrite(Refused):
    """The meeting has no paper of the form asked for."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"这次会议没有编号为“{form}”的文书。" if form else "这次会议没有文书。",
            next_step="请用 documents list --meeting 查看这次会议有哪些文书。",
        )


class NoSuchBlank(Refused):
    """There is no blank form of this code."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"没有编号为“{form}”的空白表。", next_step="请用 documents list 查看有哪些文书。"
        )


def add_options(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `documents`."""
    parser.add_argument("what", nargs="?", choices=("list",), help="list：列出文书，不写文件")
    parser.add_argument("--meeting", type=int, metavar="N", help="会议序号")
    parser.add_argument("--case", metavar="NUMBER", help="个案编号：写出整本个案档案")
    parser.add_argument("--to", type=Path, metavar="DIR", help="存放文件夹")
    parser.add_argument("--only", metavar="FORM", help="只写这一种文书（两个字母的编号）")
    parser.add_argument("--blank", action="store_true", help="写出空白表")
    parser.add_argument("--format", choices=ENDINGS, default="both", help="文件格式")


def documents(asked: argparse.Namespace, bench: Bench) -> Iterator[str]:
    """List or write papers; a line for each paper or file."""
    if asked.what == "list":
        yield from _told(bench, asked.meeting)
        return
    if asked.to is None:
        raise FolderNotNamed
    if asked.meeting is None and asked.case is None and not asked.blank:
        raise MeetingNotNamed
    with in_words():
        make_folder(asked.to)
    endings = ENDINGS[asked.format]
    if asked.case is not None:
        yield from map(str, write_case_file(bench, asked.case, asked.to, endings))
    elif asked.blank:
        yield from map(str, write_blanks(bench, asked.to, endings, asked.only))
    else:
        yield from map(str, write_papers(bench, asked.meeting, asked.to, endings, asked.only))


def write_papers(
    bench: Bench, meeting: int, folder: Path, endings: Sequence[str], only: str | None = None
) -> Iterator[Path]:
    """Write every paper of a meeting, or those of one form. Halves share their sheets of paper."""
    rows = [row for row in list_documents(bench, meeting) if only in (None, row.form)]
    if not rows:
        raise NothingToWrite(only or "")
    taken: set[str] = set()
    for batch in batches_of(rows):
        name = _free(document_name(bench, *batch.papers[0]), taken)
        targets = [folder / f"{name}{ending}" for ending in endings]
        batch.write(bench, *targets)
        yield from targets


def write_case_file(
    bench: Bench, number: str, folder: Path, endings: Sequence[str]
) -> Iterator[Path]:
    """Write the whole file of a case."""
    case_id = find_case(bench, number)
    name = case_file_name(bench, case_id)
    targets = [folder / f"{name}{ending}" for ending in endings]
    save_case_file(bench, case_id, *targets)
    yield from targets


def write_blanks(
    bench: Bench, folder: Path, endings: Sequence[str], only: str | None = None
) -> Iterator[Path]:
    """Write forms to be filled by pen."""
    rows = [row for row in list_forms(bench) if row.blank and only in (None, row.code)]
    if not rows:
        raise NoSuchBlank(only or "")
    for row in rows:
        targets = [folder / f"空白_{row.code}_{row.title}{ending}" for ending in endings]
        save_blank(bench, row.code, *targets)
        yield from targets


def _told(bench: Bench, meeting: int | None) -> Iterator[str]:
    if meeting is None:
        for form in list_forms(bench):
            signed = "\t签字件" if form.signed else ""
            yield f"{form.code}\t{form.title}\t{form.about}{signed}"
        return
    for row in list_documents(bench, meeting):
        yield f"{row.form}\t{row.title}\t{row.subject}\t{_state(row)}"


def _state(row: DocumentRow) -> str:
    if not row.signed:
        return "不签字"
    return "已封存" if row.sealed else "未封存"


def _free(name: str, taken: set[str]) -> str:
    """A name no file of this run has yet."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    taken.add(found)
    return found
