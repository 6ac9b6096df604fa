"""Who may see what: the matrix as data, the one door to stored data, and the decision with its reason."""
