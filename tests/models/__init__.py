"""A language model that may choose a plan, over real HTTP: a scripted server stands in for it."""
