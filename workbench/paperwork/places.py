"""Where in a document an answer stands, in the words that are printed there."""

from __future__ import annotations

import re

_WORDS = {
    "unit": "小组名称",
    "meeting": "会议名称",
    "held_on": "日期",
    "begins": "开始时间",
    "ends": "散会时间",
    "place": "地点",
    "chair": "主持人",
    "recorder": "记录人",
    "expected": "应到人数",
    "present": "出席",
    "absent": "缺席",
    "guests": "列席",
    "opening": "开场",
    "earlier": "上次议定事项",
    "rows": "事项",
    "items": "逐案讨论",
    "position": "序号",
    "tier": "讨论方式",
    "name": "姓名",
    "post": "职务",
    "case_number": "个案编号",
    "facts": "基本情况",
    "opinions": "讨论",
    "written": "书面意见",
    "words": "内容",
    "level": "等级",
    "previous_level": "上次等级",
    "stability": "病情分类",
    "reason": "变动理由",
    "decisions": "会议决定",
    "text": "内容",
    "implementer": "责任人",
    "due_on": "完成时限",
    "dissents": "不同意见",
    "deferred": "暂缓议",
    "other_matters": "其他事项",
    "closing": "核对与散会",
    "next_meeting": "下次会议",
    "signers": "签字人",
    "outcome": "结果",
    "note": "说明",
    "title": "事项",
    "case": "个案",
}
_PART = re.compile(r"(\w+)((?:\[\d+\])*)")


def in_words(path: str) -> str:
    """Say a place such as `items[0].level` as 逐案讨论第1项的等级."""
    parts = []
    for name, places in _PART.findall(path):
        number = "".join(f"第{int(n) + 1}项" for n in re.findall(r"\d+", places))
        parts.append(f"{_WORDS.get(name, name)}{number}")
    return "的".join(parts)
