"""Calendar, run plan, exercises, problem and plan: the words everything else speaks."""
