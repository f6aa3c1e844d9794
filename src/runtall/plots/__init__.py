"""Plans as pictures: each function gives a Matplotlib figure, ready to be shown or saved.

Every function takes a plan, or a mapping of plans by name; `front` takes a front.

Needs the extra ``notebooks``. Colours are told apart by colour-blind eyes too, and nothing is said
by colour alone.
"""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ModuleNotFoundError(
        'pictures need Matplotlib: pip install "runtall[notebooks]"', name="matplotlib"
    )

from runtall.plots.calendar import calendar
from runtall.plots.comparison import comparison
from runtall.plots.front import front
from runtall.plots.loads import load_paths
from runtall.plots.volume import weekly_sets

__all__ = ["calendar", "comparison", "front", "load_paths", "weekly_sets"]
