"""The evaluation suite: was the question answered, scored."""
