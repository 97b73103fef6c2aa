"""How the rows of a list to import look before it is imported, and past imports in a choice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ui.models.days import moment_text
from ui.widgets.lists import Face
from workbench.bench import Bench
from workbench.imports.applying import ImportRow
from workbench.imports.checking import Problem
from workbench.imports.previews import Preview, PreviewRow

ALL, NEW, CHANGED, SAME, BAD = "all", "new", "changed", "same", "bad"
KINDS = (((ALL, "全部"), (NEW, "新增"), (CHANGED, "有变化"), (SAME, "相同"), (BAD, "有问题")),)
_OF_A_ROW = re.compile(r"第\d+行：")
_BY_NAME = "按姓名和出生日期对上，请核对是同一人"


@dataclass(frozen=True)
class ImportLine:
    """One row of the list: what would be done with it, and what is to be looked at."""

    row: int
    kind: str
    title: str
    note: str
    doubtful: bool = False


def import_lines(preview: Preview) -> list[ImportLine]:
    """Every row of a preview, in the order of the list, with what is to be noted of it."""
    lines = [
        *(ImportLine(row.row, NEW, row.masked, "新增") for row in preview.new),
        *(_changed(row) for row in preview.different),
        *(_same(row) for row in preview.same),
        *(_bad(problem) for problem in preview.problems),
    ]
    noted = (_with_notices(line, preview.notices) for line in lines)
    return sorted(noted, key=lambda line: line.row)


def counted_lines(lines: Sequence[ImportLine]) -> Mapping[object, int]:
    """How many rows each filter shows."""
    kinds = [line.kind for line in lines]
    return {ALL: len(lines), **{kind: kinds.count(kind) for kind in (NEW, CHANGED, SAME, BAD)}}


def filtered_lines(lines: Sequence[ImportLine], wanted: object) -> list[ImportLine]:
    """The rows a filter shows."""
    return [line for line in lines if wanted in (ALL, line.kind)]


def import_face(line: ImportLine) -> Face:
    """Which row of the list it is, whose, and what would become of it."""
    return Face(
        line.title,
        line.note,
        right=f"第{line.row}行",
        attention=line.doubtful or line.kind == BAD,
        done=line.kind == SAME,
    )


def import_spoken(line: ImportLine) -> str:
    """The same in one sentence."""
    return f"第{line.row}行，{line.title}，{line.note}"


def preview_words(preview: Preview) -> str:
    """What importing would do, in one line."""
    counts = ((len(preview.new), "新增"), (len(preview.different), "更新"))
    done = "，".join(f"{verb}{count}人" for count, verb in counts if count) or "没有要导入的"
    same = f"；{len(preview.same)}人已有且相同" if preview.same else ""
    rows = len({problem.row for problem in preview.problems})
    bad = f"；{rows}行有问题" if rows else ""
    general = [notice for notice in preview.notices if not _OF_A_ROW.match(notice)]
    return "。".join((f"{done}{same}{bad}", *general, ""))


def past_imports(bench: Bench, rows: Sequence[ImportRow]) -> list[tuple[object, str]]:
    """The imports that can still be taken back, the latest first."""
    today = bench.today()
    return [(row.id, _past(row, today)) for row in rows if row.undone_at is None]


def _past(row: ImportRow, today: date) -> str:
    counts = f"新增{row.new}人，更新{row.changed}人"
    return f"{moment_text(row.written_at, today)}·{row.kind.label}·{counts}"


def _with_notices(line: ImportLine, notices: Sequence[str]) -> ImportLine:
    found = [notice for notice in notices if notice.startswith(f"第{line.row}行：")]
    said = [_OF_A_ROW.sub("", notice) for notice in found]
    return replace(line, note="；".join((line.note, *said)), doubtful=line.doubtful or bool(said))


def _changed(row: PreviewRow) -> ImportLine:
    changes = "；".join(f"{each.label} {each.was} → {each.becomes}" for each in row.changes)
    doubt = f"{_BY_NAME}；" if row.by_name else ""
    return ImportLine(row.row, CHANGED, row.masked, f"{doubt}{changes}", row.by_name)


def _same(row: PreviewRow) -> ImportLine:
    note = _BY_NAME if row.by_name else "已有，内容相同"
    return ImportLine(row.row, SAME, row.masked, note, row.by_name)


def _bad(problem: Problem) -> ImportLine:
    return ImportLine(problem.row, BAD, "不能导入", f"{problem.column}{problem.words}", True)
