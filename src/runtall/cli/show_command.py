"""``runtall show``: a week of a plan, to be sent on."""

from typing import Annotated, Any

from runtall.cli.json_output import print_json, print_utf8
from runtall.cli.options import AsJson, PlanFolder, Quiet, value_option, whole_from


def show(
    plan: PlanFolder = None,
    week: Annotated[
        Any, value_option(whole_from(0), "N", "Number of the week. Default: this week.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Print one week of a plan as text, short enough for a message."""
    from runtall.app import showing
    from runtall.app.standing import only_plan
    from runtall.cli.screen import tell_if_out_of_date

    plan = plan or only_plan()
    text = showing.show(plan, week)
    tell_if_out_of_date(plan, quiet=quiet)
    if as_json:
        print_json({"text": text})
    elif not quiet:
        print_utf8(f"{text}\n")
