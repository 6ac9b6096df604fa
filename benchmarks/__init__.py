"""How fast it is, next to the bare tools beneath it: `python -m benchmarks` prints the table of the README.

agency.py      an agency with as many time entries as asked, the same each time, as a folder of CSV files
bare.py        the same work without Reckon: DuckDB and pandas straight on the files
inside.py      what is measured within one process: warm answers, planning
processes.py   what is measured from outside: how long a process takes and how much memory it needs
measures.py    every line of the table
__main__.py    the command
"""
