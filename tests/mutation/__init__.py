"""Faults planted on purpose, to see that the two calculations notice: whatever survives is not being checked.

python_faults   every small way to break a Python function
sql_faults      every small way to break a piece of SQL
cases           questions over random agencies, and what both calculations say to them
planting        a fault put into the running code, and taken out again
sites           what slices are while nothing is broken, and whether a fault changes them
trial           every fault against the cases it could change
examples        the examples worked by hand, against what the cases let pass
__main__        python -m tests.mutation
"""
