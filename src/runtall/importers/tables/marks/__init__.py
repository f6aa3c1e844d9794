"""Any table as the one with a row for each run, by what its cells name (`unpivoted`).

No shape of a header tells what a row or a column is for, but the cells do: a row or a column
that names days carries the days of what is below or beside it, and so do names of weeks, and
what a column is called. What is run then stands in one row for each day, with its week, its date
and its weekday, and is read as any table that was kept so from the beginning.
"""
