"""The register: every objective, tier by tier."""

from __future__ import annotations

from runtall.objectives.alternatives_order import AlternativesOrder
from runtall.objectives.as_at_home import AsAtHome
from runtall.objectives.base import Objective
from runtall.objectives.earlier_days import EarlierDays
from runtall.objectives.earlier_for_sunday import EarlierForSunday
from runtall.objectives.enough_push import EnoughPush
from runtall.objectives.eve_of_long_run import EveOfLongRun
from runtall.objectives.even_cuts import EvenCuts
from runtall.objectives.fewest_sets import FewestSets
from runtall.objectives.focus_areas import FocusAreas
from runtall.objectives.follow_running import FollowRunning
from runtall.objectives.fresh_for_long_run import FreshForLongRun
from runtall.objectives.full_sessions import FullSessions
from runtall.objectives.guide_order import GuideOrder
from runtall.objectives.introductions import Introductions
from runtall.objectives.kept_sets import KeptSets
from runtall.objectives.last_resorts import LastResorts
from runtall.objectives.mobility_spread import MobilitySpread
from runtall.objectives.mobility_target import MobilityTarget
from runtall.objectives.next_day import NextDay
from runtall.objectives.option_preference import OptionPreference
from runtall.objectives.peak_grows_nowhere import PeakGrowsNowhere
from runtall.objectives.pull_day_farther import PullDayFarther
from runtall.objectives.pull_push_ratio import PullPushRatio
from runtall.objectives.relaxations import Relaxations
from runtall.objectives.return_day import ReturnDay
from runtall.objectives.short_sessions import ShortSessions
from runtall.objectives.soreness import Soreness
from runtall.objectives.spread import Spread
from runtall.objectives.tuneup_soon import TuneupSoon
from runtall.objectives.usual_weekdays import UsualWeekdays
from runtall.objectives.way_back_dose import WayBackDose
from runtall.objectives.weekly_dose import WeeklyDose
from runtall.objectives.where_to_cut import WhereToCut

OBJECTIVES: tuple[Objective, ...] = (
    LastResorts(),
    Relaxations(),
    NextDay(),
    OptionPreference(),
    EveOfLongRun(),
    FreshForLongRun(),
    EarlierForSunday(),
    Spread(),
    PullDayFarther(),
    TuneupSoon(),
    ReturnDay(),
    UsualWeekdays(),
    WeeklyDose(),
    KeptSets(),
    ShortSessions(),
    FocusAreas(),
    PullPushRatio(),
    EnoughPush(),
    WhereToCut(),
    EvenCuts(),
    PeakGrowsNowhere(),
    WayBackDose(),
    AsAtHome(),
    Soreness(),
    Introductions(),
    FollowRunning(),
    FullSessions(),
    FewestSets(),
    MobilityTarget(),
    AlternativesOrder(),
    EarlierDays(),
    GuideOrder(),
    MobilitySpread(),
)
