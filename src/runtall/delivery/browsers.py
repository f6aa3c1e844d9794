"""Browsers that can't hand a calendar file to the phone's calendar, known by their User-Agent."""

from __future__ import annotations

import re

from runtall.progression.texts import say

APPLE = re.compile(r"iPhone|iPad|iPod|CriOS|FxiOS|EdgiOS")
# On Apple's phones only Safari opens calendar files: these name themselves, and what an app
# shows within itself lacks the word Safari.
NOT_SAFARI = re.compile(r"CriOS|FxiOS|EdgiOS|OPiOS|OPT/|GSA/|DuckDuckGo|YaBrowser")
MESSENGERS = re.compile(
    r"FBAN|FBAV|FB_IAB|Instagram|WhatsApp|\bLine/|MicroMessenger|Telegram|Snapchat|Twitter"
    r"|LinkedInApp|musical_ly|BytedanceWebview|Slack|Discord|Signal|Threads|Viber|KAKAOTALK"
)
# How Android's browsers within apps call themselves.
WITHIN_AN_APP = re.compile(r"; wv\)")


def way_out(agent: str) -> str:
    """Return what to do in a browser that can't open calendar files; empty for the others."""
    if APPLE.search(agent):
        able = "Safari/" in agent and not NOT_SAFARI.search(agent)
        return "" if able and not MESSENGERS.search(agent) else say("to_safari")
    return say("to_a_browser") if MESSENGERS.search(agent) or WITHIN_AN_APP.search(agent) else ""


def hint(agent: str) -> str:
    """Return what else is worth knowing on this phone; empty for most."""
    return say("android_hint") if "Android" in agent else ""
