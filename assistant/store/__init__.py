"""Immutable snapshots and the other records of a workspace; only permissions and ingest open it.

`snapshots` is the data, `records` what is only ever added to (the audit log), `files` how a file comes to be
whole.
"""
