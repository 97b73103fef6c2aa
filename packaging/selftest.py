"""Tries out on this very computer whether the bundle is whole: `workbench --self-test`."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
SAMPLES = "tests/samples"
SAMPLE_PASSWORD = "shili-kouling"  # noqa: S105 - of a store of invented people
KEY = bytes(range(32))
RARE = "龚砚秋石䶮"
# At this scale a module of the code is four dots wide; its corners are 1, 1, 3, 1 and 1 modules.
CODE_SCALE = 4 / (0.8 / 25.4 * 72)
CODE_CORNER = re.compile(rb"\0{3,5}\xff{3,5}\0{11,13}\xff{3,5}\0{3,5}")
CODE_LINES = 8


class Check(NamedTuple):
    """What is tried out and how; `run` gives a few words on what it found, or raises."""

    name: str
    run: Callable[[Path], str]


class Wrong(Exception):
    """Something is not as it has to be."""


def main() -> int:
    """Try everything out in a folder that is gone afterwards; 0 when all of it works."""
    failed = 0
    with _quiet_folder() as folder:
        for check in CHECKS:
            failed += not _passes(check, folder)
    print("自检没有通过，请不要用这份程序记录资料。" if failed else "自检通过。", flush=True)
    return 1 if failed else 0


def encryption(folder: Path) -> str:
    """A new store cannot be read without its key, and what is not encrypted is not opened."""
    from data.folder import FILE
    from data.problems import StoreProblem
    from data.store import create_store, open_store

    moment = datetime(2026, 11, 25, tzinfo=UTC)
    create_store(folder / "new", KEY, moment).close()
    require(b"SQLite format" not in (folder / "new" / FILE).read_bytes(), "文件没有加密")
    plain = folder / "plain"
    plain.mkdir()
    with sqlite3.connect(plain / FILE) as connection:
        connection.execute("CREATE TABLE patient (name TEXT)")
    connection.close()
    for place, key in ((plain, KEY), (folder / "new", KEY[::-1])):
        try:
            open_store(place, key, moment).close()
        except StoreProblem:
            continue
        raise Wrong("没有口令也打开了")
    return "没有密钥打不开，未加密的文件不接受"


def upgrade(folder: Path) -> str:
    """The oldest store there is opens, and all it holds is in order."""
    from data.schema import LAST_STEP
    from workbench.accounts import unlock
    from workbench.audit import verify_store

    copytree(_sample(), folder / "old")
    bench = unlock(folder / "old", SAMPLE_PASSWORD, computer=lambda: None)
    try:
        wrong = [finding.sentence for finding in verify_store(bench) if not finding.good]
    finally:
        bench.close()
    require(not wrong, "；".join(wrong))
    return f"{_sample().name} 版的数据升到第{LAST_STEP}步，核验无误"


def reference(_: Path) -> str:
    """Rules, medicines, holidays and rights are there."""
    from data.holidays import working_years
    from data.medicines import medicine_names
    from data.permissions import actions
    from data.profiles import profile_names, read_profile

    names = profile_names()
    for name in names:
        read_profile(name)
    require(working_years() and medicine_names() and actions(), "参考资料是空的")
    return f"规则档{len(names)}个，药名{len(medicine_names())}个"


def fonts(_: Path) -> str:
    """The typefaces of the papers are there and draw rare characters."""
    from forms.typefaces import CHAINS, FILES, TITLE_CHAIN, advance, font_for

    for chain in (*CHAINS.values(), TITLE_CHAIN):
        drawn = [font_for(sign, chain) for sign in RARE]
        require(all(drawn), "缺字形")
        wide = (advance(sign, str(font), 12) for sign, font in zip(RARE, drawn, strict=True))
        require(all(wide), "字形是空的")
    return f"字体{len(FILES)}个"


def papers(folder: Path) -> str:
    """Minutes are written as PDF and Word; the PDF opens and shows its words and its code."""
    from workbench.accounts import unlock
    from workbench.command_documents import write_papers
    from workbench.paperwork.documents import MINUTES_CODE, PDF, WORD

    bench = unlock(folder / "old", SAMPLE_PASSWORD, computer=lambda: None)
    try:
        pdf, word = write_papers(bench, 2, folder, (PDF, WORD), MINUTES_CODE)
    finally:
        bench.close()
    pages = _look_at_pdf(pdf)
    _look_at_word(word)
    return f"会议记录{pages}页，PDF 和 Word，二维码在"


def processes(folder: Path) -> str:
    """Files of others are read in a process of their own."""
    from openpyxl import Workbook
    from PIL import Image

    from workbench.filing.reading import read_file
    from workbench.imports.reading import read_spreadsheet

    book = Workbook()
    book.active.append(["姓名", RARE])
    book.save(folder / "名单.xlsx")
    rows = read_spreadsheet(folder / "名单.xlsx").rows
    require(rows[0].cells == ("姓名", RARE), "表格读出来不一样")
    Image.new("RGB", (60, 40), "white").save(folder / "照片.jpg")
    pdf = next(folder.glob("*.pdf"))
    pages = [read_file(path).pages for path in (folder / "照片.jpg", pdf)]
    require(pages[0] == 1 and pages[1], "附件读不出来")
    return "表格、照片和 PDF 都在另一个进程里读过"


def window(folder: Path) -> str:
    """The window opens on a store and closes; its font, its words and its plugins are there."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo
    from PySide6.QtGui import QFontDatabase, QImageReader
    from PySide6.QtPrintSupport import QPrinterInfo
    from PySide6.QtWidgets import QApplication

    from ui.__main__ import dress
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

    app = QApplication(sys.argv[:1])
    dress(app, Preferences(None))
    require(QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消", "缺中文界面文字")
    require("Workbench Hei" in QFontDatabase.families(), "缺界面字体")
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    require({"svg", "jpeg", "png", "tiff"} <= formats, "缺图片插件")
    _require_plugins(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    QPrinterInfo.availablePrinterNames()
    shown = MainWindow(folder=folder / "old", preferences=Preferences(None))
    shown.show()
    app.processEvents()
    require(not shown.grab().isNull(), "窗口画不出来")
    shown.close()
    return "窗口打开过，已经关上"


def key_store(_: Path) -> str:
    """Asking for the system's key store does no harm, whether there is one or not."""
    from data.computer import this_computer

    return "这台电脑有密钥库" if this_computer() else "这台电脑没有密钥库，数据只凭口令打开"


CHECKS = (
    Check("加密", encryption),
    Check("升级", upgrade),
    Check("参考资料", reference),
    Check("字体", fonts),
    Check("文书", papers),
    Check("读入文件", processes),
    Check("密钥库", key_store),
    Check("窗口", window),
)


def require(held: object, otherwise: str) -> None:
    """Raise `Wrong` in these words unless it holds."""
    if not held:
        raise Wrong(otherwise)


def _passes(check: Check, folder: Path) -> bool:
    try:
        found = check.run(folder)
    except Exception as problem:  # whatever it is, the next check still runs
        plain = isinstance(problem, Wrong | ImportError)  # the loader names what it lacks
        told = str(problem) if plain else traceback.format_exc()
        print(f"  不行　{check.name}：{told}", flush=True)
        return False
    print(f"  好　　{check.name}：{found}", flush=True)
    return True


def _sample() -> Path:
    # Beside us in the bundle, one floor up among the sources.
    places = (ROOT / SAMPLES, ROOT.parent / SAMPLES)
    return min(path for place in places if place.is_dir() for path in place.iterdir())


def _look_at_pdf(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    first = document[0]
    require("会议记录" in first.get_textpage().get_text_bounded(), "PDF 里没有字")
    picture = first.render(scale=CODE_SCALE).to_pil().convert("1", dither=0).convert("L")
    lines = [picture.crop((0, y, picture.width, y + 1)).tobytes() for y in range(picture.height)]
    require(sum(bool(CODE_CORNER.search(line)) for line in lines) > CODE_LINES, "PDF 里没有二维码")
    pages = len(document)
    document.close()
    return pages


def _look_at_word(path: Path) -> None:
    from docx import Document

    tables = Document(str(path)).tables
    require(tables and tables[0].rows, "Word 里没有表格")


def _require_plugins(folder: Path) -> None:
    """Trying runs without a screen, so that what a screen needs is looked for by name."""
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    wanted = {"win32": ("qwindows.dll",)}.get(
        sys.platform,
        ("libqxcb.so", "libibusplatforminputcontextplugin.so", "libcupsprintersupport.so"),
    )
    absent = [name for name in wanted if name not in names]
    require(not absent, f"缺{'、'.join(absent)}")


@contextmanager
def _quiet_folder() -> Iterator[Path]:
    """A folder to work in; nothing of the user's is touched and no window is seen."""
    with tempfile.TemporaryDirectory(prefix="自检-", ignore_cleanup_errors=True) as folder:
        unseen = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
        os.environ.update(unseen, XDG_DATA_HOME=folder, LC_ALL="C.UTF-8")
        yield Path(folder)
