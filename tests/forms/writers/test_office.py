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
# Word has no place at the foot of the last page alone, and cannot know what is left of a page.
ONE_MORE = {"JY", "ZY"}


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
    asked = (OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless")
    files = map(str, folder.glob("*.docx"))
    subprocess.run(
        (*asked, "--convert-to", "pdf", "--outdir", str(folder), *files),
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        check=True,
    )
    return folder


def pages(path):
    with closing(pypdfium2.PdfDocument(path.read_bytes())) as document:
        return len(document)


@pytest.mark.parametrize(
    "name",
    [f"{form.code}-{sample.__name__}" for form, sample in SHEETS if form.code not in ONE_MORE],
)
def test_word_takes_as_many_pages_as_the_pdf(laid_out, name):
    ours, theirs = pages(laid_out / f"{name}.ours"), pages(laid_out / f"{name}.pdf")
    assert abs(ours - theirs) <= ours // 8, (ours, theirs)
