"""Words for how an answer is drawn, as data: every answer has its chart and its table, so that they ask for neither."""

CHARTS = (
    *("charts", "graphs", "bar chart", "bar graph", "bar charts", "column chart", "column graph", "pie chart"),
    *("donut chart", "doughnut chart", "stacked bar chart", "stacked chart", "area chart", "horizontal bar chart"),
    *("as bar", "as bars", "as a bar", "in bars", "as columns", "as a pie", "as pie", "as a plot", "as a diagram"),
    *("as a list", "as list", "in a list", "list form", "table form", "tabular form", "in tabular form"),
)
"""What draws, or lists, what was asked for, whatever it is told by."""
