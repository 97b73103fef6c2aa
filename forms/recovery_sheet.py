"""恢复口令页: the code that opens the data when nothing else does, and how it is looked after."""

from __future__ import annotations

from forms.blocks import Role
from forms.definition import Form, Heads, Section
from forms.fields import Field, Kind
from forms.pages import PLAIN_PORTRAIT
from forms.prose import Boxed, Remark
from forms.rows import Column, Entry, Grid, KeyGrid

CODE = KeyGrid(
    widths=(22, 148),
    rows=(
        (
            Entry(
                "恢复口令",
                "{code}",
                (Field("code"),),
                role=Role.LEVEL,
                least=20,
                pen_room=20,
            ),
        ),
        (Entry("数据代号", "{store}", (Field("store"),)),),
    ),
)

USES = (
    "忘记登录口令，或换了电脑、系统重装以后打不开时，只有恢复口令能打开数据。",
    "做法：启动程序，点“忘记口令…”，照抄上面的六段（不分大小写），打开后设一个新口令。",
    "恢复口令里没有数字0、1和字母I、O。抄错了程序会提示，不会损坏数据。",
)

LOST = (
    "1. 当天报告小组组长和单位负责信息安全的人；被盗的同时报警。说明最后一次备份是哪一天。",
    "2. 数据是加密的，没有登录口令或恢复口令打不开。本页与电脑一起丢失的，报告时务必说明。",
    "3. 找来最近一次的备份，拷到另一台装有本程序的电脑上，用恢复口令打开，设新口令。",
    "4. 打开以后立即在“设置”里换发恢复口令，打印新的一页。换发以前的备份只认旧的一页。",
)

KEPT = (
    "1. 装入信封封口、骑缝签名，锁进保险柜或带锁的文件柜，与电脑、备份盘分开存放。",
    "2. 不拍照、不扫描、不用微信或邮件传送，不与登录口令写在一起，不存在这台电脑里。",
    "3. 每季度查看一次封口是否完好。被别人看到、封口破损或保管人离岗的，立即换发，旧页作废。",
)

CUSTODY = Grid(
    field=Field("custody", Kind.ROWS),
    columns=(
        Column("on", "日期", 24, Kind.DATE, centred=True),
        Column("name", "领取人", 32, Kind.NAME),
        Column("signature", "签名", 36, Kind.PEN),
        Column("place", "保管地点", 48),
        Column("note", "备注", 30),
    ),
    pen_rows=4,
    pen_row=12,
    spare_rows=4,
)

RECOVERY_SHEET = Form(
    code="HF",
    revision="2026-11",
    title="恢复口令页",
    page=PLAIN_PORTRAIT,
    sections=(
        Section(
            "",
            (
                Heads(
                    "{unit}",
                    "{made_on}",
                    (Field("unit", room=12), Field("made_on", Kind.DAY)),
                ),
                Boxed(
                    "",
                    sentence="拿到本页和数据文件的人可以打开全部患者资料。按机要件保管，不得复印。",
                ),
                CODE,
            ),
        ),
        Section("一、什么时候用", tuple(map(Remark, USES))),
        Section("二、电脑丢失或损坏怎么办", tuple(map(Remark, LOST))),
        Section("三、怎样保管", tuple(map(Remark, KEPT))),
        Section("四、领取和保管登记", (CUSTODY,)),
    ),
    ending="",
)
