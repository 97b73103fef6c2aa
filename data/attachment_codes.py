"""Codes of the files kept with a patient. The values are the program's own."""

from __future__ import annotations

from data.codes import Labelled


class AttachmentKind(Labelled):
    """What kind of paper or picture a file is."""

    EXAMINATION = "examination", "检查报告"
    DISCHARGE = "discharge", "出院记录"
    OUTPATIENT = "outpatient", "门诊病历"
    DIAGNOSIS = "diagnosis", "诊断证明"
    DOCUMENT = "document", "证件与证明"
    PHOTO = "photo", "照片"
    SIGNED = "signed", "签字件扫描"
    LETTER = "letter", "来往函件"
    OTHER = "other", "其他"
