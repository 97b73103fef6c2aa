"""What the user is told when a sheet cannot be read, does not fit, or cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import Refused

_AS_XLSX = "请在表格程序里打开它，另存为 .xlsx 或 .csv 后再导入。"
_SMALLER = "请把需要的行和列复制到一张新表，另存后再导入。"

# By what the parsing process says: what is the matter, and what to do.
_UNREADABLE = {
    "missing": ("没有找到这个文件", "请核对文件的位置和名称。"),
    "unreachable": ("这个文件打不开，可能没有读取权限，或正被别的程序占用", "请关闭它再试一次。"),
    "empty": ("里面没有内容", "请核对是否选对了文件。"),
    "too_large": ("文件或其中的内容太大", _SMALLER),
    "too_many_rows": ("用到了第5万行以后，可能是很远的地方多了一个格子", _SMALLER),
    "too_many_columns": ("用到了第256列以后，可能是很远的地方多了一个格子", _SMALLER),
    "too_many_entries": ("文件里装的东西多得不像一张表格", _AS_XLSX),
    "bomb": ("文件解开后会大得不正常", "请不要再打开它，并问清文件的来历。"),
    "entities": ("文件里夹带了表格用不着的内容", "请问清文件的来历，或用表格程序另存后再导入。"),
    "long_cell": ("有一格的文字超过了表格允许的长度", "请检查表格里的引号是否成对，内容是否粘错。"),
    "quotes": ("引号不成对，分不清哪里是一格", _AS_XLSX),
    "not_text": ("内容不是文字，认不出来", _AS_XLSX),
    "not_a_sheet": ("它不是表格", _AS_XLSX),
    "locked": ("它设了打开密码", "请在表格程序里去掉密码，另存后再导入。"),
    "merged": ("有跨行合并的单元格，下面几行会读成空的", _AS_XLSX),
    "damaged": ("文件已损坏，或不是表格", _AS_XLSX),
    "too_slow": ("读了太久还没有读完，已经停下", _SMALLER),
    "stopped": ("读到一半停了，可能内容太大或已损坏", _SMALLER),
}


class SheetUnreadable(Refused):
    """A file or pasted text could not be read as a sheet, for whatever reason."""

    def __init__(self, reason: str) -> None:
        self.reason = reason if reason in _UNREADABLE else "stopped"
        what, next_step = _UNREADABLE[self.reason]
        super().__init__(f"这份表格读不出来：{what}。", next_step=next_step)


class ColumnsMissing(Refused):
    """The sheet has no column for something that every row must have."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__(
            f"没有认出这些列：{'、'.join(labels)}。",
            next_step="请指明它们是哪一列，或检查表头的写法。",
        )


class ColumnNamedTwice(Refused):
    """Two columns were said to hold the same thing."""

    def __init__(self, label: str) -> None:
        super().__init__(f"有两列都指定为“{label}”。", next_step="请只留一列，其余的设为不导入。")


class RowsUnfit(Refused):
    """Rows have problems; `sentences` says row, column and what is wrong, one by one."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        shown = "；".join(sentences[:5])
        more = f"；另有{len(sentences) - 5}处" if len(sentences) > 5 else ""
        super().__init__(
            f"表格里有{len(sentences)}处问题，没有导入：{shown}{more}。",
            next_step="请在表格里改正后再导入，或选择只导入没有问题的行。",
        )


class NothingToImport(Refused):
    """Every row of the sheet is on record already, or none is fit."""

    def __init__(self) -> None:
        super().__init__("没有可以导入的行。", next_step="请核对表格和登记内容。")


class ImportStopped(Refused):
    """Somebody stopped the import before it was through."""

    def __init__(self) -> None:
        super().__init__("已停止导入，一行也没有写入。", next_step="需要时可以重新导入。")


class ChangedSincePreview(Refused):
    """What is on record is no longer what the preview was drawn up against."""

    def __init__(self) -> None:
        super().__init__(
            "预览之后登记内容有了变化。", next_step="请重新预览，看清楚会改动什么再导入。"
        )


class TeamUnclear(Refused):
    """Members belong to a team, and which one was not said."""

    def __init__(self, names: Sequence[str]) -> None:
        listed = f"：{'、'.join(names)}" if names else ""
        super().__init__(
            f"没有说明成员属于哪个小组{listed}。" if names else "还没有建立小组。",
            next_step="请指明其中一个小组。" if names else "请先建立小组，再导入成员。",
        )


class AlreadyUndone(Refused):
    """An import can be taken back once."""

    def __init__(self) -> None:
        super().__init__("这次导入已经撤销过了。", next_step="不需要再做什么。")


class BuiltUpon(Refused):
    """Something was recorded since that rests on what an import brought in."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"这次导入的人里，有{count}人之后又有了新的记录，不能整批撤销。",
            next_step="请逐个更正有误的内容。",
        )
