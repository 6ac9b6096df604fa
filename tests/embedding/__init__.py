"""Nearness of meaning, without a network."""
