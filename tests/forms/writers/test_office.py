"""Word files as LibreOffice lays them out: as many pages as the PDF. Only with --full."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import closing

import pypdfium2
import pytest

from forms.fonts import HEI
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.forms.samples import STAMP
from tests.forms.writers.sheets import SHEETS

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
STANDING_IN = {"黑体": "Workbench Hei", "楷体": "Workbench Kai", "宋体": "Workbench Song"}
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>
"""
ALIAS = (
    '<match target="pattern"><test name="family"><string>{wanted}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{ours}</string></edit></match>'
)
# LibreOffice sets space between Chinese and digits although the file says not to; Word does not.
SPACES_BETWEEN_SCRIPTS = (
    'style:text-autospace="ideograph-alpha"',
    'style:text-autospace="none"',
)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory, request):
    """Every sheet as Word and as PDF, and the Word files as LibreOffice prints them."""
    if not request.config.getoption("--full"):
        pytest.skip("LibreOffice takes a minute; asked for with --full")
    if OFFICE is None:
        pytest.skip("no LibreOffice on this computer to lay Word files out with")
    folder = tmp_path_factory.mktemp("office")
    for form, sample in SHEETS:
        paper = lay_out(form, sample())
        name = f"{form.code}-{sample.__name__}"
        (folder / f"{name}.docx").write_bytes(write_word(paper, STAMP))
        (folder / f"{name}.ours").write_bytes(write_pdf(paper, STAMP).pdf)
    aliases = "".join(ALIAS.format(wanted=w, ours=o) for w, o in STANDING_IN.items())
    told = {"folder": HEI.parent, "cache": folder / "cache", "aliases": aliases}
    (folder / "fonts.conf").write_text(CONFIGURATION.format(**told), "utf-8")
    convert(folder, "fodt", "docx")
    for flat in folder.glob("*.fodt"):
        flat.write_text(flat.read_text("utf-8").replace(*SPACES_BETWEEN_SCRIPTS), "utf-8")
    convert(folder, "pdf", "fodt")
    return folder


def convert(folder, kind, found):
    """Every file of one kind as LibreOffice turns it into another."""
    subprocess.run(
        (
            *(OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
            *("--convert-to", kind, "--outdir", str(folder)),
            *map(str, sorted(folder.glob(f"*.{found}"))),
        ),
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        check=True,
    )


def pages(path):
    with closing(pypdfium2.PdfDocument(path.read_bytes())) as document:
        return len(document)


@pytest.mark.parametrize(
    "name",
    [f"{form.code}-{sample.__name__}" for form, sample in SHEETS],
)
def test_word_takes_as_many_pages_as_the_pdf(laid_out, name):
    ours, theirs = pages(laid_out / f"{name}.ours"), pages(laid_out / f"{name}.pdf")
    assert abs(ours - theirs) <= ours // 8, (ours, theirs)
