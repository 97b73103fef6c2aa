"""What the user is told when a file cannot be kept."""

from __future__ import annotations

from workbench.errors import Refused

_ASK = "请问清文件的来历，或重新扫描、拍照后再添加。"
_AGAIN = "请重新扫描或复制一份完整的，再添加。"
_SMALLER = "请降低扫描分辨率，或分成几份再添加。"

# By what the checking process says: what is the matter, and what to do.
UNFIT = {
    "missing": ("没有找到这个文件", "请核对文件的位置和名称。"),
    "unreachable": ("这个文件打不开，可能没有读取权限，或正被别的程序占用", "请关闭它再试一次。"),
    "empty": ("里面没有内容", "请核对是否选对了文件。"),
    "not_kept": (
        "只能添加 PDF、图片（jpg、png、tif）、Word（docx）和表格（xlsx）",
        "请先转成其中一种，再添加。",
    ),
    "heic": ("这是苹果手机的 heic 照片，本程序打不开", "请在手机上改存为 jpg 照片，再添加。"),
    "too_large": ("文件太大，一份附件最多30兆字节", _SMALLER),
    "too_many_pixels": ("图片的点数太多，最多6400万点", _SMALLER),
    "too_many_pages": ("页数太多", "请分成几份再添加。"),
    "too_many_entries": ("文件里装的东西多得不正常", _ASK),
    "bomb": ("文件解开后会大得不正常", "请不要再打开它，并问清文件的来历。"),
    "locked": ("文件设了打开密码", "请去掉密码，再添加。"),
    "wrong_suffix": ("文件的内容和扩展名不符", _ASK),
    "cut": ("文件不完整，后面缺了一段", _AGAIN),
    "damaged": ("文件已损坏，不能打开", _AGAIN),
    "too_slow": ("打开它花的时间太长，已经停下", _SMALLER),
    "stopped": ("打开到一半停了，可能内容太大或已损坏", _SMALLER),
}


class FileUnfit(Refused):
    """A file is not taken in, for whatever reason."""

    def __init__(self, reason: str) -> None:
        self.reason = reason if reason in UNFIT else "stopped"
        what, next_step = UNFIT[self.reason]
        super().__init__(
            f"这个文件没有添加：{what}。", next_step=next_step, safe="原来的文件没有动。"
        )
