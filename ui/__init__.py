"""The Streamlit pages: they show outcomes and decide nothing."""
