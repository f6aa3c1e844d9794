"""The same measures from ``plan.csv`` with plain pandas: tables and file never disagree."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from runtall import frames
from runtall.frames import PlanView
from tests.frames.views import NAMES
from tests.solve import shipped

NUMBERS = ("sets", "reps", "distance_m", "hold_s", "load_kg", "rir", "rest_s")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def view(name: str, plans: dict[str, PlanView]) -> PlanView:
    return plans[name]


@pytest.fixture
def folder(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped.solved(name, tmp_path_factory).paths[0].parent


@pytest.fixture
def table(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / "plan.csv", parse_dates=["date"], keep_default_na=True)


@pytest.fixture
def strength(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["session"] != "mobility"]


def same(frame: pd.Series, plain: pd.Series) -> None:
    """The same values in the same order, missing ones included; types may differ."""
    assert [None if pd.isna(one) else one for one in frame] == [
        None if pd.isna(one) else one for one in plain
    ]


def test_sessions(view: PlanView, strength: pd.DataFrame) -> None:
    frame = frames.sessions(view).reset_index()
    plain = strength.groupby("session_id", sort=False).agg(
        date=("date", "first"),
        weekday=("weekday", "first"),
        week=("week", "first"),
        phase=("phase", "first"),
        session=("session", "first"),
        option=("option", "first"),
        run=("run", "first"),
        start=("start", "first"),
        minutes=("minutes", "first"),
        exercises=("exercise", "nunique"),
        sets=("sets", "sum"),
    )
    for column in plain.reset_index():
        same(frame[column], plain.reset_index()[column])


def test_sets(view: PlanView, strength: pd.DataFrame) -> None:
    frame = frames.sets(view).reset_index()
    for column in ("session_id", "position", "date", "exercise", "pattern", "per_side", *NUMBERS):
        same(frame[column], strength[column])
    for column in ("method", "pair"):
        same(frame[column], strength[column])
    without = strength["load_kg"].isna().to_numpy()
    same(frame.loc[without, "load"], strength.loc[without, "load"])


def test_weekly_volume(view: PlanView, strength: pd.DataFrame) -> None:
    frame = frames.weekly_volume(view)["sets"]
    plain = strength.groupby(["week", "pattern"])["sets"].sum()
    assert frame[frame > 0].to_dict() == plain.to_dict()
    assert len(frame) == 4 * len(view.problem.weeks)


def test_weeks_and_minutes(view: PlanView, table: pd.DataFrame, strength: pd.DataFrame) -> None:
    weeks = frames.weeks(view)
    assert weeks["sets"].sum() == strength["sets"].sum()
    sessions = strength.drop_duplicates("session_id").groupby("week")["minutes"]
    minutes = frames.minutes(view)
    trained = weeks["sessions"] > 0
    assert weeks.loc[trained, "sessions"].to_dict() == sessions.size().to_dict()
    assert minutes.loc[trained, "strength"].to_dict() == sessions.sum().to_dict()
    assert minutes.loc[trained, "longest"].to_dict() == sessions.max().to_dict()
    mobility = table[table["session"] == "mobility"].drop_duplicates("session_id")
    assert minutes["mobility"].sum() == mobility["minutes"].sum()
    plain = mobility.groupby("week")["minutes"].sum()
    assert minutes["mobility"][minutes["mobility"] > 0].to_dict() == plain.to_dict()


def test_spacing(view: PlanView, folder: Path, strength: pd.DataFrame) -> None:
    days = json.loads((folder / "plan.json").read_text("utf-8"))["days"]
    runs = pd.DataFrame(
        [{"date": day["date"], "kind": run["kind"]} for day in days for run in day["runs"]]
    )
    runs["date"] = pd.to_datetime(runs["date"])
    dates = strength.drop_duplicates("session_id")["date"]
    frame = frames.spacing(view)
    for suffix, kinds in (
        ("long", ["long"]),
        ("key", ["long", "workout", "tuneup", "race"]),
    ):
        key = runs.loc[runs["kind"].isin(kinds), "date"]
        ahead = [(key[key > date] - date).dt.days.min() for date in dates]
        behind = [(date - key[key < date]).dt.days.min() for date in dates]
        same(frame[f"to_{suffix}"], pd.Series(ahead))
        same(frame[f"since_{suffix}"], pd.Series(behind))
    same(frame["since_session"], dates.diff().dt.days)


def test_options(view: PlanView, strength: pd.DataFrame) -> None:
    sessions = strength.drop_duplicates("session_id")
    plain = sessions.groupby(["phase", "option"]).size()
    frame = frames.options(view)
    assert frame.loc[frame["sessions"] > 0, "sessions"].to_dict() == plain.to_dict()
    assert frame["share"].groupby("phase", observed=True).sum().round(9).isin([0, 1]).all()


def test_loads(view: PlanView, strength: pd.DataFrame) -> None:
    frame = frames.loads(view).reset_index()
    plain = strength[strength["sets"] > 0].set_index(["exercise", "session_id"])
    assert len(frame) == len(plain)
    for row in frame.itertuples():
        same(
            pd.Series([getattr(row, column) for column in NUMBERS if column != "rest_s"]),
            pd.Series(
                [
                    plain.loc[(row.exercise, row.session_id), column]
                    for column in NUMBERS
                    if column != "rest_s"
                ]
            ),
        )


def test_tiers_and_costs(view: PlanView, folder: Path) -> None:
    document = json.loads((folder / "plan.json").read_text("utf-8"))
    tiers, costs = frames.tiers(view), frames.costs(view)
    assert list(tiers["value"]) == [stage["value"] for stage in document["stages"]]
    assert list(tiers["bound"]) == [stage["bound"] for stage in document["stages"]]
    assert costs["cost"][costs["cost"] > 0].to_dict() == document["costs"]
    by_tier = costs.groupby("tier")["cost"].sum()
    assert by_tier.to_dict() == tiers["value"].to_dict()
