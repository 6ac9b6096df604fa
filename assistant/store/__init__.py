"""Immutable snapshots and the other records of a workspace; only permissions and ingest open it."""
