"""The register: every hard rule, in the order in which they are listed."""

from __future__ import annotations

from runtall.rules.after_illness import AfterIllness
from runtall.rules.alternate import Alternate
from runtall.rules.area_ceilings import AreaCeilings
from runtall.rules.availability import Availability
from runtall.rules.avoided_exercises import AvoidedExercises
from runtall.rules.base import Rule
from runtall.rules.carries_keep_sets import CarriesKeepSets
from runtall.rules.carries_stay_light import CarriesStayLight
from runtall.rules.clean_sets import CleanSets
from runtall.rules.coming_back import ComingBack
from runtall.rules.coverage import Coverage
from runtall.rules.deload import Deload
from runtall.rules.distinct_exercises import DistinctExercises
from runtall.rules.dose_ranges import DoseRanges
from runtall.rules.equipment import EquipmentAtHand
from runtall.rules.extra_set import ExtraSet
from runtall.rules.first_loads import FirstLoads
from runtall.rules.first_week import FirstWeek
from runtall.rules.first_week_sets import FirstWeekSets
from runtall.rules.light_loads import LightLoads
from runtall.rules.load_steps import LoadSteps
from runtall.rules.locked_days import LockedDays
from runtall.rules.mobility_days import MobilityDays
from runtall.rules.new_substitutes import NewSubstitutes
from runtall.rules.no_empty_session import NoEmptySession
from runtall.rules.no_growth import NoGrowth
from runtall.rules.no_new_exercise import NoNewExercise
from runtall.rules.one_method import OneMethod
from runtall.rules.one_session_peak import OneSessionPeak
from runtall.rules.one_session_peak_thirds import OneSessionPeakThirds
from runtall.rules.one_step import OneStep
from runtall.rules.own_strength import OwnStrength
from runtall.rules.owned_loads import OwnedLoads
from runtall.rules.pain import Pain
from runtall.rules.peak_cut import PeakCut
from runtall.rules.printed_length import PrintedLength
from runtall.rules.pull_leads import PullLeads
from runtall.rules.push_load_waits import PushLoadWaits
from runtall.rules.push_never_outpaces import PushNeverOutpaces
from runtall.rules.race_week import RaceWeek
from runtall.rules.relaxation_limits import RelaxationLimits
from runtall.rules.rest_before_long_run import RestBeforeLongRun
from runtall.rules.return_loads import ReturnLoads
from runtall.rules.rows_lead import RowsLead
from runtall.rules.run_first import RunFirst
from runtall.rules.session_days import SessionDays
from runtall.rules.session_length import SessionLength
from runtall.rules.sign_limits import SignLimits
from runtall.rules.small_after_speed import SmallAfterSpeed
from runtall.rules.small_steps import SmallSteps
from runtall.rules.small_when_close import SmallWhenClose
from runtall.rules.spacing import Spacing
from runtall.rules.speed_day import SpeedDay
from runtall.rules.start_window import StartWindow
from runtall.rules.steps_before_peak import StepsBeforePeak
from runtall.rules.substitutes import Substitutes
from runtall.rules.sunday_long_run import SundayLongRun
from runtall.rules.taper_adds_nothing import TaperAddsNothing
from runtall.rules.taper_light import TaperLight
from runtall.rules.taper_total import TaperTotal
from runtall.rules.template_content import TemplateContent
from runtall.rules.tuneup_eve import TuneupEve
from runtall.rules.turns import Turns
from runtall.rules.weekly_growth import WeeklyGrowth
from runtall.rules.weekly_sessions import WeeklySessions
from runtall.rules.whole_dose import WholeDose

RULES: tuple[Rule, ...] = (
    CleanSets(),
    Coverage(),
    PullLeads(),
    WeeklySessions(),
    SessionLength(),
    PrintedLength(),
    SessionDays(),
    RunFirst(),
    SpeedDay(),
    SmallAfterSpeed(),
    RestBeforeLongRun(),
    SundayLongRun(),
    FirstWeek(),
    FirstWeekSets(),
    WeeklyGrowth(),
    ComingBack(),
    FirstLoads(),
    DistinctExercises(),
    Pain(),
    EquipmentAtHand(),
    OwnedLoads(),
    TemplateContent(),
    NoEmptySession(),
    Substitutes(),
    NewSubstitutes(),
    DoseRanges(),
    Alternate(),
    WholeDose(),
    OneMethod(),
    SmallSteps(),
    LoadSteps(),
    StepsBeforePeak(),
    OneStep(),
    ExtraSet(),
    NoGrowth(),
    ReturnLoads(),
    PushNeverOutpaces(),
    PushLoadWaits(),
    RowsLead(),
    CarriesStayLight(),
    CarriesKeepSets(),
    PeakCut(),
    OneSessionPeak(),
    OneSessionPeakThirds(),
    TaperLight(),
    TaperTotal(),
    TaperAddsNothing(),
    LightLoads(),
    NoNewExercise(),
    MobilityDays(),
    StartWindow(),
    Availability(),
    AfterIllness(),
    OwnStrength(),
    LockedDays(),
    AvoidedExercises(),
    Spacing(),
    SmallWhenClose(),
    Turns(),
    TuneupEve(),
    RaceWeek(),
    AreaCeilings(),
    SignLimits(),
    Deload(),
    RelaxationLimits(),
)
