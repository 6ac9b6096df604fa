"""How the pages look beyond what Streamlit's theme says: widths, numbers in columns, links to rows."""

import streamlit as st

STYLE = """<style>
.stMainBlockContainer {max-width: 60rem; padding-top: 3.5rem; padding-bottom: 2rem}
[data-testid="stBottomBlockContainer"] {max-width: 60rem; padding-bottom: 1.25rem}
.stMainBlockContainer h1 {font-size: 1.9rem; padding-top: .25rem}
.stMainBlockContainer h5 {font-size: 1.15rem; line-height: 1.4; padding: .1rem 0 0 0}
[data-testid="stHeaderActionElements"] {display: none}
[data-testid="stSidebarUserContent"] {padding-top: 1rem}
a[href^="#lead-"] {color: inherit; text-decoration: underline dotted; text-decoration-thickness: 1px;
  text-underline-offset: .22em; display: inline; white-space: normal; cursor: pointer}
a[href^="#lead-"]:hover, a[href^="#lead-"]:focus-visible {color: #0d9488; text-decoration-style: solid}
.figures {overflow: auto; max-height: 30rem; border: 1px solid rgba(128, 128, 128, .28); border-radius: .5rem}
.figures table {border-collapse: collapse; width: 100%; font-size: .9rem; margin: 0}
.figures th, .figures td {padding: .38rem .75rem; text-align: left; vertical-align: top; border: 0;
  border-bottom: 1px solid rgba(128, 128, 128, .16); overflow-wrap: break-word}
.figures td:first-child {min-width: 8rem}
.sentences td:nth-child(3) {min-width: 12rem}
.figures th {position: sticky; top: 0; font-weight: 600; font-size: .82rem; vertical-align: bottom;
  background: rgba(128, 128, 128, .1); backdrop-filter: blur(12px)}
.figures .number {text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap}
.figures th.number {white-space: normal}
.figures tbody tr:last-child td {border-bottom: 0}
.figures tr.total td {font-weight: 600; border-top: 2px solid rgba(128, 128, 128, .5)}
dl.plan {display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .2rem .9rem; margin: 0 !important;
  font-size: .92rem}
dl.plan {padding: 0 !important}
dl.plan dt {opacity: .7}
[class*="st-key-reply-"] {scroll-margin-top: 4.5rem}
dl.plan dd {margin: 0 !important; overflow-wrap: anywhere}
[data-testid="stButton"] button {height: auto}
[data-testid="stButton"] button .stMarkdownEllipsis, [data-testid="stButton"] button p {white-space: normal;
  overflow: visible; text-align: start}
@media (max-width: 640px) {
  .stMainBlockContainer {padding-left: 1rem; padding-right: 1rem}
  .stMainBlockContainer h1 {font-size: 1.5rem}
  [data-testid="stChatMessage"] {padding: .6rem; gap: .5rem}
  [data-testid="stChatMessage"] [data-testid^="stChatMessageAvatar"] {display: none}
}
</style>"""


def dress() -> None:
    """Put the style on the page."""
    st.html(STYLE)
