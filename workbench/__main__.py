"""The command line: the same use cases without a screen. `python -m workbench --help`."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from workbench.accounts import unlock, unlock_for_checks
from workbench.audit import verify_store
from workbench.backups import copy_backup, restore_backup, restore_with_recovery
from workbench.bench import Bench
from workbench.command_assess import add_to as add_assess
from workbench.command_documents import add_options as add_document_options
from workbench.command_documents import documents, write_papers
from workbench.command_import import add_options as add_import_options
from workbench.command_import import import_or_undo
from workbench.demo import PASSWORD, make_demo
from workbench.errors import Refused
from workbench.file_errors import FileRefused
from workbench.paperwork.documents import MINUTES_CODE, PDF, WORD

WRONG, BAD_INPUT = 1, 2
_ASKED_BY_HAND = {"WrongPassword", "ComputerUnknown", "StoreMissing", "AlreadyOpen"}


class NoPassword(Refused):
    """There is nobody to ask for the password and none was given."""

    def __init__(self) -> None:
        super().__init__(
            "没有给出口令。",
            next_step="请用 --password-file 指定口令文件，或设置 CASE_WORKBENCH_PASSWORD。",
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 when `verify` finds something wrong, 2 for bad input."""
    asked = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = asked.run
    try:
        return run(asked)
    except Refused as refusal:
        print(refusal.message, refusal.safe, refusal.next_step, sep="\n", file=sys.stderr)
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    called = None if getattr(sys, "frozen", False) else "python -m workbench"
    parser = argparse.ArgumentParser(called, description="个案会商工作台 命令行")
    commands = parser.add_subparsers(required=True, metavar="命令")
    demo = commands.add_parser("demo", help="在空文件夹里建示例数据，开会并写出文书")
    demo.add_argument("folder", type=Path, metavar="DIR", help="空文件夹")
    demo.set_defaults(run=_demo)
    verify = _of_store(commands, "verify", "核验文件、关联、封存和审计链", _verify)
    verify.add_argument("--json", action="store_true", help="以 JSON 输出")
    add_document_options(_of_store(commands, "documents", "写出或列出文书", _documents))
    backup = _of_store(commands, "backup", "把核对过的备份存到一个文件夹", _backup)
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help="存放文件夹")
    restore = commands.add_parser("restore", help="把备份恢复到一个新的空文件夹")
    restore.add_argument("--backup", type=Path, required=True, metavar="DIR", help="备份文件夹")
    restore.add_argument("--to", type=Path, required=True, metavar="DIR", help="新文件夹")
    restore.add_argument("--password-file", type=Path, metavar="FILE", help="口令文件")
    restore.add_argument("--recovery", action="store_true", help="用恢复口令，换了电脑时用")
    restore.set_defaults(run=_restore)
    add_import_options(
        _of_store(commands, "import", "从表格导入患者或小组成员，或撤销一次导入", _import)
    )
    add_assess(commands)
    return parser


def _of_store(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words)
    parser.add_argument("--store", type=Path, required=True, metavar="S", help="数据文件夹")
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="口令文件")
    parser.set_defaults(run=run)
    return parser


def _demo(asked: argparse.Namespace) -> int:
    folder: Path = asked.folder
    demo = make_demo(folder)
    try:
        papers = folder / "documents"
        papers.mkdir()
        print(f"示例数据：{folder}（人物和事件均为虚构）")
        print(f"示例口令：{PASSWORD}")
        print(f"恢复口令：{demo.recovery_code}")
        made = f"{len(demo.meetings)}次会议，{demo.patients}名患者，{demo.cases}个个案"
        print(f"两年的记录：{made}；最后一次会议待开")
        for meeting in demo.meetings[-3:-1]:
            for path in write_papers(demo.bench, meeting, papers, (WORD, PDF), MINUTES_CODE):
                print(f"会议{meeting}的文书：{path}")
    finally:
        demo.bench.close()
    return 0


def _verify(asked: argparse.Namespace) -> int:
    password = _password(asked)
    try:
        bench = unlock_for_checks(asked.store, password)
    except FileRefused as refusal:
        if refusal.code in _ASKED_BY_HAND:
            raise
        print(f"文件：{refusal.message}{refusal.next_step}")
        return WRONG
    try:
        findings = verify_store(bench)
    finally:
        bench.close()
    if asked.json:
        print(json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1))
    else:
        print(*(f.sentence for f in findings), sep="\n")
    return 0 if all(f.good for f in findings) else WRONG


def _documents(asked: argparse.Namespace) -> int:
    def say(bench: Bench) -> None:
        for line in documents(asked, bench):
            print(line)

    return _at_bench(asked, say)


def _backup(asked: argparse.Namespace) -> int:
    return _at_bench(asked, lambda bench: print(copy_backup(bench, asked.to)))


def _restore(asked: argparse.Namespace) -> int:
    if asked.recovery:
        missing = restore_with_recovery(asked.backup, asked.to, _password(asked))
    else:
        missing = restore_backup(asked.backup, asked.to, _password(asked))
    print(f"已恢复到：{asked.to}")
    if missing:
        print(f"这份备份缺{missing}份附件的文件，记录都在。请运行核验，看是哪几份。")
    return 0


def _import(asked: argparse.Namespace) -> int:
    return _at_bench(asked, lambda bench: import_or_undo(asked, bench))


def _at_bench(asked: argparse.Namespace, work: Callable[[Bench], None]) -> int:
    bench = unlock(asked.store, _password(asked))
    try:
        work(bench)
    finally:
        bench.close()
    return 0


def _password(asked: argparse.Namespace) -> str:
    if asked.password_file is not None:
        try:
            return str(asked.password_file.read_text("utf-8")).strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise NoPassword from error
    given = os.environ.get("CASE_WORKBENCH_PASSWORD")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise NoPassword
    return getpass.getpass("口令：")


if __name__ == "__main__":
    sys.exit(main())
