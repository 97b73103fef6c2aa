"""Files to be kept that went wrong in any way are taken or refused, and nothing else happens."""

import io
import random
import sys

import pytest
from PIL import Image

from tests.hostile.mutations import worse
from tests.workbench.files import a_package, a_pdf, a_photo, a_scan
from workbench.filing import jpeg, png
from workbench.filing.errors import UNFIT, FileUnfit
from workbench.filing.reading import Checker, read_file
from workbench.imports.packages import Unfit

ORIGINALS = {
    ".jpg": a_photo(size=(90, 60)),
    ".png": a_photo("PNG", size=(90, 60)),
    ".tif": a_scan(),
    ".pdf": a_pdf(),
    ".docx": a_package(),
}
TAKEN = "taken"
IN_A_BATCH = 8


def outcome(path, checker=None):
    try:
        file = read_file(path, checker)
    except FileUnfit as refusal:
        return refusal.reason
    if path.suffix in (".jpg", ".png"):
        with Image.open(io.BytesIO(file.content)) as image:
            image.load()
    return TAKEN


@pytest.mark.parametrize("suffix", ORIGINALS)
def test_a_file_gone_wrong_is_taken_or_refused(tmp_path, full, suffix):
    path, found = tmp_path / f"a{suffix}", set()
    for seed in range(IN_A_BATCH * (25 if full else 1)):
        path.write_bytes(worse(ORIGINALS[suffix], random.Random(seed)))
        found.add(outcome(path))
    assert found <= {TAKEN, *UNFIT} - {"too_slow", "missing", "unreachable"}
    assert found - {TAKEN}  # otherwise nothing went wrong with them


@pytest.mark.parametrize(("strip", "suffix"), [(jpeg, ".jpg"), (png, ".png")])
def test_what_takes_the_traces_off_never_breaks(strip, suffix):
    for seed in range(500):
        content = worse(ORIGINALS[suffix], random.Random(seed))
        try:
            kept = strip.without_traces(content, 6)
        except Unfit:
            continue
        assert len(kept) <= len(content) + 60


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import time; time.sleep(600)", "too_slow"),
        ("import os; os.abort()", "stopped"),
        ("print('[1]')", "stopped"),
        ('print(\'{"pages": 1, "size": 9}\')', "stopped"),
        ("import sys\nwhile True: sys.stdout.write('x' * 9999)", "too_large"),
    ],
)
def test_a_checking_process_that_goes_wrong_is_one_refusal(tmp_path, script, reason):
    (tmp_path / "a.pdf").write_bytes(a_pdf())
    limits = {"seconds": 1.0 if reason == "too_slow" else 20, "most_output": 1 << 20}
    checker = Checker(command=(sys.executable, "-c", script), **limits)
    assert outcome(tmp_path / "a.pdf", checker) == reason
