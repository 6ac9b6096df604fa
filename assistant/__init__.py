"""Everything between a question and an answer.

`ask` is the whole journey on one page; the packages below are its stations, in the order of the line:
`permissions` makes the view, `planning` reads the question, `facts`, `calculation` and `verification` make the
number and prove it, `answers` says it. `agency` is the data model, `metrics` the glossary, `store` the snapshots.
"""
