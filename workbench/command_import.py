"""`import`: bring a list of patients or members into a store, rehearse that, or take it back."""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

from data.import_codes import ImportKind
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.imports.applying import GivenList, apply_import, preview_import
from workbench.imports.errors import RowsUnfit
from workbench.imports.fields import fields_of
from workbench.imports.mapping import Columns, offer_columns
from workbench.imports.packages import column_number
from workbench.imports.previews import Preview, PreviewRow
from workbench.imports.reading import read_spreadsheet
from workbench.imports.undoing import undo_import

_SHOWN = 20
_NO_REASON = "在命令行撤销，没有另写理由"
_LETTERS = re.compile("[A-Za-z]{1,3}")


class ColumnUnknown(Refused):
    """A column was assigned that does not exist, or to a field that does not."""

    def __init__(self, typed: str, kind: ImportKind) -> None:
        labels = "、".join(field.label for field in fields_of(kind))
        super().__init__(
            f"看不懂列的指定“{typed}”。", next_step=f"请写成 姓名=B 这样；可以指定：{labels}。"
        )


class ImportUnclear(Refused):
    """It was not said what to import, or both to import and to take back."""

    def __init__(self) -> None:
        super().__init__(
            "没有说清导入什么，或撤销哪一次。",
            next_step="导入请写出文件和 --kind；撤销请只写 --undo 和那一次的序号。",
        )


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes besides the store."""
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="表格文件（.xlsx、.xls、.ods 或 .csv）"
    )
    kinds = [kind.value for kind in ImportKind]
    parser.add_argument("--kind", choices=kinds, help="患者或小组成员")
    parser.add_argument("--team", type=int, metavar="N", help="成员所属小组的序号")
    parser.add_argument(
        "--column", action="append", default=[], metavar="字段=列", help="指定某一列，如 姓名=B"
    )
    parser.add_argument("--header-row", type=int, metavar="N", help="表头在第几行，0 表示没有表头")
    parser.add_argument("--without-bad-rows", action="store_true", help="只导入没有问题的行")
    parser.add_argument("--dry-run", action="store_true", help="只看会导入什么，不写入")
    parser.add_argument("--undo", type=int, metavar="N", help="整批撤销第几次导入")
    parser.add_argument("--why", default=_NO_REASON, metavar="理由", help="为什么撤销")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def import_or_undo(asked: argparse.Namespace, bench: Bench) -> None:
    """Do the one of the two that was asked for."""
    undoing, importing = asked.undo is not None, bool(asked.file and asked.kind)
    if undoing == importing or (undoing and (asked.file or asked.kind or asked.dry_run)):
        raise ImportUnclear
    if importing:
        import_list(asked, bench)
        return
    undo_import(bench, asked.undo, why=asked.why)
    _say(json.dumps({"undone": asked.undo}) if asked.json else f"已撤销第{asked.undo}次导入。")


def import_list(asked: argparse.Namespace, bench: Bench) -> None:
    """Say what importing the file would do and, unless it is a rehearsal, do it."""
    kind = ImportKind(asked.kind)
    sheet = read_spreadsheet(asked.file)
    columns = _assigned(offer_columns(bench, sheet, kind, asked.header_row), asked.column)
    given = GivenList(sheet, columns, asked.team)
    preview = preview_import(bench, given)
    done: int | None = None
    try:
        if not asked.dry_run and (preview.new or preview.different):
            done = apply_import(
                bench, given, seen=preview.seen, without_bad_rows=asked.without_bad_rows
            )
    finally:
        _say(_as_json(preview, done) if asked.json else _in_words(preview, done))
    if preview.problems and not asked.without_bad_rows:
        raise RowsUnfit([problem.sentence for problem in preview.problems])


def _assigned(columns: Columns, assignments: list[str]) -> Columns:
    """Follow what the command line says about columns, over what was recognised."""
    keys = {field.label: field.key for field in fields_of(columns.kind)}
    for typed in assignments:
        label, _, letters = typed.partition("=")
        if label not in keys or not _LETTERS.fullmatch(letters):
            raise ColumnUnknown(typed, columns.kind)
        columns = columns.assigned(column_number(letters.upper()) - 1, keys[label])
    return columns


def _in_words(preview: Preview, done: int | None) -> str:
    counts = (
        f"新增{len(preview.new)}行，相同{len(preview.same)}行，不同{len(preview.different)}行，"
        f"有问题{len(preview.problems)}处。"
    )
    changed = [
        f"第{row.row}行 {row.masked}：{change.label} {change.was} → {change.becomes}"
        for row in preview.different
        for change in row.changes
    ]
    lines = [
        counts,
        *_some(changed),
        *_some([problem.sentence for problem in preview.problems]),
        *_some(list(preview.notices)),
        "没有写入。" if done is None else f"已导入（第{done}次导入），可以整批撤销：--undo {done}",
    ]
    return "\n".join(lines)


def _some(lines: list[str]) -> list[str]:
    more = [f"……另有{len(lines) - _SHOWN}条"] if len(lines) > _SHOWN else []
    return lines[:_SHOWN] + more


def _as_json(preview: Preview, done: int | None) -> str:
    columns = preview.columns
    written = {
        "kind": columns.kind.value,
        "imported": done,
        "header_row": columns.header_row,
        "columns": {key: columns.header(key) for _, key in columns.meanings},
        "unused": list(columns.unused),
        "new": [_row(row) for row in preview.new],
        "same": [_row(row) for row in preview.same],
        "different": [_row(row) for row in preview.different],
        "problems": [{**asdict(p), "sentence": p.sentence} for p in preview.problems],
        "notices": list(preview.notices),
    }
    # A console that is not Unicode could not print every name; JSON escapes mean the same.
    plain = "utf" not in (sys.stdout.encoding or "").lower()
    return json.dumps(written, ensure_ascii=plain, indent=1)


def _row(row: PreviewRow) -> dict[str, object]:
    changes = [{"field": c.label, "was": c.was, "becomes": c.becomes} for c in row.changes]
    return {"row": row.row, "name": row.masked, "key": row.key, "changes": changes}


def _say(text: str) -> None:
    coding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(coding, "replace").decode(coding) + "\n")
