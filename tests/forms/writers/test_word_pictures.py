"""Pictures in Word are black and white, small, and say what they show."""

import io
from dataclasses import replace
from zipfile import ZipFile

from PIL import Image

from forms.blocks import Box, Mark, Text, Track, TrackKind
from forms.pages import PLAIN_PORTRAIT, Paper
from forms.writers.word import write_word
from tests.forms.reading import word_parts
from tests.forms.writers.papers import PLAIN_STAMP, TIMELINE, form

DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def written(*blocks):
    return write_word(Paper("摘要", PLAIN_PORTRAIT, blocks), PLAIN_STAMP)


def pictures(docx):
    """Every picture of a file, opened."""
    with ZipFile(io.BytesIO(docx)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".png")]
        return [Image.open(io.BytesIO(archive.read(name))) for name in names]


def dark(timeline):
    """How many dots of a timeline are black."""
    (image,) = pictures(written(timeline))
    return image.histogram()[0]


def test_many_boxes_share_one_picture_for_each_state():
    line = (Box(), *form("是"), Box(ticked=True), *form("否"), Box(), *form("不详"))
    found = pictures(written(Text((line, line, line))))
    assert [image.mode for image in found] == ["1", "1"]


def test_a_ticked_box_is_darker_than_an_empty_one():
    empty, ticked = sorted(
        image.histogram()[0]
        for image in pictures(written(Text(((Box(), Box(ticked=True), *form("是")),))))
    )
    assert ticked > empty


def test_the_timeline_is_as_wide_as_the_frame_and_tells_its_facts():
    drawn = written(TIMELINE)
    (image,) = pictures(drawn)
    document = word_parts(drawn)["word/document.xml"]
    (picture,), (extent,) = document.iter(DESCRIBED), document.iter(EXTENT)
    assert image.mode == "1"
    assert abs(image.width - 170 / 25.4 * 300) < 1
    assert int(extent.get("cx")) == 170 * 36_000
    assert int(extent.get("cy")) <= 66 * 36_000
    assert picture.get("descr") == "；".join(TIMELINE.facts)


def test_every_mark_leaves_its_trace_on_the_timeline():
    for number, track in enumerate(TIMELINE.tracks):
        fewer = list(TIMELINE.tracks)
        fewer[number] = replace(track, marks=())
        assert dark(TIMELINE) > dark(replace(TIMELINE, tracks=tuple(fewer)))


def test_what_is_hollow_is_lighter_than_what_is_filled():
    for kind in (TrackKind.BARS, TrackKind.DOTS, TrackKind.DIAMONDS):
        filled, hollow = (
            replace(TIMELINE, tracks=(Track("轨", kind, (Mark(0.4, 0.6, hollow=white),)),))
            for white in (False, True)
        )
        assert dark(hollow) < dark(filled)


def test_words_at_the_right_edge_stay_on_the_picture():
    words = "一直住院到月底"
    late, bare = (
        replace(TIMELINE, tracks=(Track("住院", TrackKind.BARS, (Mark(0.95, 1.0, text),)),))
        for text in (words, "")
    )
    early = replace(TIMELINE, tracks=(Track("住院", TrackKind.BARS, (Mark(0.3, 0.35, words),)),))
    assert abs((dark(late) - dark(bare)) - (dark(early) - dark(bare))) < 0.2 * dark(bare)
    assert dark(late) > dark(bare)
