"""Browsers that can't hand a calendar file to the phone's calendar, known by their User-Agent."""

from __future__ import annotations

import re

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

TO_SAFARI = (
    "This browser can't put a file into the calendar. Open this page in Safari: copy the address"
    " below and paste it there, or scan the code with the Camera app."
)
TO_A_BROWSER = (
    "This app can't put a file into the calendar. Open this page in your browser: in the menu of"
    " the app, or copy the address below."
)
ANDROID_HINT = (
    "If no app opens the file: Google Calendar takes files on its web page only. An app such as"
    " ICSx5 or DAVx5 brings calendars to Android."
)


def way_out(agent: str) -> str:
    """Return what to do in a browser that can't open calendar files; empty for the others."""
    if APPLE.search(agent):
        able = "Safari/" in agent and not NOT_SAFARI.search(agent)
        return "" if able and not MESSENGERS.search(agent) else TO_SAFARI
    return TO_A_BROWSER if MESSENGERS.search(agent) or WITHIN_AN_APP.search(agent) else ""


def hint(agent: str) -> str:
    """Return what else is worth knowing on this phone; empty for most."""
    return ANDROID_HINT if "Android" in agent else ""
