"""The words of a run plan: one line of them, in one spelling, and what marks a run optional."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, normalize

# Characters of a title; the rest is cut.
LONGEST = 200
# A letter that is drawn out, but for Roman numbers: "soooo".
DRAWN_OUT = re.compile(r"(?<=[a-z])([a-hj-z])\1{2,}|([a-hj-z])\2{2,}(?=[a-z])")
# Signs that are typed in more than one way: times, hyphen, two dashes, minus, apostrophe.
SAME = str.maketrans("\u00d7\u2011\u2013\u2014\u2212\u2019\u2032", "x----''") | {ord("½"): " 1/2"}
# Traditional characters of running, and the simplified ones that the words of Chinese are in.
TRADITIONAL = (
    "鐘時間節輕鬆長練團訓馬賽復騎車飛輪週圓個區動後氣壓歲無體塊衝離達組級測試準備錦標"
    "趨勢緩適漸進遞變場點轉換強熱補給膽領號碼裝慶開會議結醫診檢發燒單雙遊戲樓滾穩徑亞"
    "閾門檻質與從為這裡還沒來親買東腳臥撐啞鈴壺彈帶橋盪盤槓龍輔導課項專業獨漿槳網籃壘"
    "鍛鍊煉範圍陽陰飯臺灣國際線樂選擇視狀況樣過"
)
SIMPLIFIED = (
    "钟时间节轻松长练团训马赛复骑车飞轮周圆个区动后气压岁无体块冲离达组级测试准备锦标"
    "趋势缓适渐进递变场点转换强热补给胆领号码装庆开会议结医诊检发烧单双游戏楼滚稳径亚"
    "阈门槛质与从为这里还没来亲买东脚卧撑哑铃壶弹带桥荡盘杠龙辅导课项专业独浆桨网篮垒"
    "锻炼炼范围阳阴饭台湾国际线乐选择视状况样过"
)
# Letters that are no plain one with an accent, and signs and characters that are read as others.
PLAIN = str.maketrans(
    {"_": " ", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ß": "ss", "đ": "d", "ð": "d"}
    | dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
)
# Signs of ASCII that are no words, as emoji are none, and what is no sign at all.
ASCII_SIGNS = dict.fromkeys((*map(ord, "^`_"), *range(32), 127), " ")
OPTIONAL = re.compile(r"^\s*optional\b[:\s]*|\(optional\)|\boptional\b|\s*\*\s*$", re.IGNORECASE)


def one_line(text: str) -> str:
    """Return the words without line breaks and control characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = "".join(" " if category(char) in {"Cc", "Zl", "Zp", "Cs"} else char for char in text)
    return " ".join(plain.split())


def title_of(text: str) -> str:
    """Return a title as the plan keeps it: one line, cut where it is very long."""
    return cut(one_line(text))


def cut(line: str) -> str:
    """Return a line without its end where it is very long."""
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


@lru_cache(maxsize=16_384)
def spelling(text: str) -> str:
    """Return the words in one spelling: lower case, no accents or emoji, one sign for dashes."""
    text = text[: 10 * LONGEST]
    if not text.isascii():
        text = normalize("NFKD", one_line(text).translate(SAME))
    plain = text.lower()
    if plain.isascii():
        return DRAWN_OUT.sub(r"\1\2", " ".join(plain.translate(ASCII_SIGNS).split()))
    plain = plain.translate(PLAIN)
    kept = (
        " " if category(char) in {"So", "Sk", "Cf", "Cn", "Co"} else char
        for char in plain
        if not combining(char)
    )
    return DRAWN_OUT.sub(r"\1\2", " ".join("".join(kept).split()))


def without_optional(text: str) -> tuple[str, bool]:
    """Return the words without the mark that a run may be left out, and whether it was there."""
    plain = text.strip(" ,-:")
    marked = "*" in text or "optional" in text.lower()
    left = OPTIONAL.sub(" ", text).strip(" ,-:") if marked else plain
    return left or text, left != plain
