"""What the user is told when the file, its keys or its folder are not as they should be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from data import problems
from data.problems import StoreProblem
from workbench.errors import SAFE, Refused

_UNTOUCHED = "数据没有动。"
_MAINTAINER = "请联系维护人员。"

# For each problem: what happened, what is safe, what to do.
_WORDS: dict[type[StoreProblem], tuple[str, str, str]] = {
    problems.StoreMissing: (
        "这个文件夹里没有个案数据。",
        "没有创建或改动任何文件。",
        "请核对文件夹，或新建一份数据。",
    ),
    problems.FileGone: (
        "数据文件不见了，旁边的口令文件或备份还在。",
        "备份没有动，没有新建任何数据。",
        "请从备份恢复。文件若被移到别处，请先移回来再打开。",
    ),
    problems.FolderInUse: (
        "这个文件夹里已经有文件。",
        "原有文件没有动。",
        "请换一个空的文件夹。",
    ),
    problems.AlreadyOpen: (
        "这份数据正由本程序的另一个窗口使用。",
        _UNTOUCHED,
        "请切换到已打开的窗口，或先把它关闭。",
    ),
    problems.FolderNotWritable: (
        "这个文件夹不能写入。",
        "原有数据没有动，没有写下半份文件。",
        "请换一个文件夹，或请管理员开放写入权限。",
    ),
    problems.DiskFull: (
        "磁盘空间不足，没有写成。",
        "之前的记录都在，没有写下半份文件。",
        "请腾出一些空间后再试。",
    ),
    problems.NoEncryption: (
        "数据库组件不带加密，程序已停止。",
        "没有写下任何未加密的内容。",
        f"请重新安装本程序。仍不行时，{_MAINTAINER}",
    ),
    problems.SettingRefused: (
        "数据库没有接受一项保护设置，程序已停止。",
        _UNTOUCHED,
        f"请重新安装本程序。仍不行时，{_MAINTAINER}",
    ),
    problems.Damaged: (
        "数据文件已损坏，程序没有打开它。",
        "损坏的文件保持原样，备份不受影响。",
        "请从备份恢复，损坏的文件会另外留着。",
    ),
    problems.GuardsMissing: (
        "数据文件里的封存保护被改动过，程序没有打开它。",
        _UNTOUCHED,
        f"请运行核验，看哪些内容变了，并{_MAINTAINER.removeprefix('请')}",
    ),
    problems.FileTooNew: (
        "这份数据由更新版本的程序写成，当前版本不能打开。",
        _UNTOUCHED,
        "请先升级本程序，再打开。",
    ),
    problems.BrokenReferences: (
        "数据文件里有记录找不到它所属的对象，升级没有进行。",
        "文件已回到原样。",
        f"请从备份恢复，或{_MAINTAINER.removeprefix('请')}",
    ),
    problems.SlotsMissing: (
        "数据旁边的口令文件（keys.json）不见了。",
        _UNTOUCHED,
        "请从备份取回口令文件。",
    ),
    problems.SlotsDamaged: (
        "口令文件（keys.json）读不出来，或被改动过。",
        _UNTOUCHED,
        "请从备份取回口令文件。",
    ),
    problems.WrongPassword: (
        "口令不正确。",
        _UNTOUCHED,
        "请再试一次。忘记口令时，请用打印保存的恢复口令。",
    ),
    problems.ComputerUnknown: (
        "这份数据的口令只在原来的电脑上有效，本机没有对应的密钥。",
        _UNTOUCHED,
        "请用打印保存的恢复口令打开，再重新设置口令。",
    ),
    problems.RecoveryMistyped: (
        "恢复口令抄写有误，校验字符对不上。",
        _UNTOUCHED,
        "请对照打印件逐组核对：共六组，每组六个字符，没有 0、1、I、O。",
    ),
    problems.RecoveryWrong: (
        "这个恢复口令抄写无误，但不是这份数据的。",
        _UNTOUCHED,
        "请找这份数据的恢复口令页，重设过恢复口令的以最新一页为准。",
    ),
    problems.BackupBad: (
        "备份没有通过核对。",
        "原来的数据和其他备份都没有动。",
        "请换一个位置或换一份备份再试。",
    ),
    problems.AttachmentMissing: (
        "这份附件的文件不见了。",
        "登记和其他附件都没有动。",
        "请从备份恢复到新的文件夹取回，或重新添加这份附件。",
    ),
    problems.AttachmentChanged: (
        "这份附件的文件已损坏，或被换过，程序没有打开它。",
        "登记和其他附件都没有动。",
        "请从备份恢复到新的文件夹取回，或重新添加这份附件。",
    ),
}


class FileRefused(Refused):
    """A problem of the file in the user's words."""

    def __init__(self, problem: StoreProblem) -> None:
        message, safe, next_step = _WORDS[type(problem)]
        super().__init__(message, safe=safe or SAFE, next_step=next_step)
        self._problem = problem

    @property
    def code(self) -> str:
        """The problem's own name, so that the screen can tell a wrong password from damage."""
        return type(self._problem).__name__


@contextmanager
def in_words() -> Iterator[None]:
    """Turn a problem of the file into a refusal."""
    try:
        yield
    except StoreProblem as problem:
        raise FileRefused(problem) from problem
