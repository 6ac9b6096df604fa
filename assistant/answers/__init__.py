"""From a verified result to words, table, chart and proof."""
