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
    "舉優傷劃擊別劇參喚園墊處夠頭媽娛爾盡層師應錄徹態總戰戶掃擔據攝擺舊機極構槍橢歡畢"
    "湯溫靈燈爛愛環電療礎確積競約紀終繞績繩緣罷勝膠營襪見覺觀計認記設話誕說請調負資趕"
    "躍踐較邊運遠遲裏鐵閒閑隊階陸隨靜韌風飲館驗眾兒關養凍減幾凱勞華聽員聖壞夾學實對島"
    "當護報搖數術雜條滿濱著禮緊續習產儀內淺濕寬雖讓鬧頻額顛頸腦腫脈藥檔載輸連鄉鄰釣銀"
    "錢鎮鏡閉險難雲霧須預順頂飽餓駕驚鬥鳥麗齊齡齒歸歷殘漢灑滅煙爐爭牆獎獅畫痠癒盜監瞭"
    "碩禦種窮筆簡糧紅純細經統緒維縣縮繼罰聯聲職膚臉臨舖艙葉蓋藍蘭蟲褲規觸訂討許詢該誰"
    "謝證譜貓貴費賞購贏躂軟辦農遙遺醬釋鈣鋪錯鍋鍵鏈鑰陳韓頁題餅駝騰驛鬚魚鴨鷹麥黃龜颱"
    "滯瀉嘔疊噸螢蠟贊讚屆鎖併並揹揮擴擠攜敗斷暈暫曬棄榮樁樹橫櫃決沖溝澆濟濃"
    "類顏願頓顧飄隱雞"
)
SIMPLIFIED = (
    "钟时间节轻松长练团训马赛复骑车飞轮周圆个区动后气压岁无体块冲离达组级测试准备锦标"
    "趋势缓适渐进递变场点转换强热补给胆领号码装庆开会议结医诊检发烧单双游戏楼滚稳径亚"
    "阈门槛质与从为这里还没来亲买东脚卧撑哑铃壶弹带桥荡盘杠龙辅导课项专业独浆桨网篮垒"
    "锻炼炼范围阳阴饭台湾国际线乐选择视状况样过"
    "举优伤划击别剧参唤园垫处够头妈娱尔尽层师应录彻态总战户扫担据摄摆旧机极构枪椭欢毕"
    "汤温灵灯烂爱环电疗础确积竞约纪终绕绩绳缘罢胜胶营袜见觉观计认记设话诞说请调负资赶"
    "跃践较边运远迟里铁闲闲队阶陆随静韧风饮馆验众儿关养冻减几凯劳华听员圣坏夹学实对岛"
    "当护报摇数术杂条满滨着礼紧续习产仪内浅湿宽虽让闹频额颠颈脑肿脉药档载输连乡邻钓银"
    "钱镇镜闭险难云雾须预顺顶饱饿驾惊斗鸟丽齐龄齿归历残汉洒灭烟炉争墙奖狮画酸愈盗监了"
    "硕御种穷笔简粮红纯细经统绪维县缩继罚联声职肤脸临铺舱叶盖蓝兰虫裤规触订讨许询该谁"
    "谢证谱猫贵费赏购赢跶软办农遥遗酱释钙铺错锅键链钥陈韩页题饼驼腾驿须鱼鸭鹰麦黄龟台"
    "滞泻呕叠吨萤蜡赞赞届锁并并背挥扩挤携败断晕暂晒弃荣桩树横柜决冲沟浇济浓"
    "类颜愿顿顾飘隐鸡"
)
# Letters that are no plain one with an accent, and signs and characters that are read as others.
PLAIN = str.maketrans(
    {"_": " ", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ß": "ss", "đ": "d", "ð": "d"}
    | dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
)
# Signs of ASCII that are no words, as emoji are none, and what is no sign at all.
ASCII_SIGNS = dict.fromkeys((*map(ord, "^`_"), *range(32), 127), " ")
# A sign of about stands behind a blank: "~8 km, ~50 min".
STRUCK = re.compile(r"~{1,2}(?=[^\s~])[^~\n]*(?<=[^\s~])~{1,2}")
OPTIONAL = re.compile(r"^\s*optional\b[:\s]*|\(optional\)|\boptional\b|\s*\*\s*$", re.IGNORECASE)

TIMES = re.compile(r"(?<=\d)\*(?=\d)")
VIETNAMESE = re.compile("([\u1ea0-\u1ef9]+)")


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
        parts = VIETNAMESE.split(normalize("NFC", one_line(text).translate(SAME)))
        # Words with such letters are none of a language that is known here: "lỏng" isn't "long".
        text = "".join(part if at % 2 else normalize("NFKD", part) for at, part in enumerate(parts))
    plain = text.lower()
    if "*" in plain:
        plain = TIMES.sub("x", plain)
    if plain.isascii():
        return DRAWN_OUT.sub(r"\1\2", " ".join(plain.translate(ASCII_SIGNS).split()))
    plain = plain.translate(PLAIN)
    kept = (
        " " if category(char) in {"So", "Sk", "Cf", "Cn", "Co"} else char
        for char in plain
        if not combining(char)
    )
    return DRAWN_OUT.sub(r"\1\2", " ".join("".join(kept).split()))


def without_struck(text: str) -> str:
    """Return a text without what is struck out in it, as in notes: ``~~6 x 800~~ easy 8``."""
    return STRUCK.sub("", text) if "~" in text else text


def without_optional(text: str) -> tuple[str, bool]:
    """Return the words without the mark that a run may be left out, and whether it was there."""
    plain = text.strip(" ,-:")
    marked = "*" in text or "optional" in text.lower()
    left = OPTIONAL.sub(" ", text).strip(" ,-:") if marked else plain
    return left or text, left != plain
