"""The pages, as a person uses them."""
