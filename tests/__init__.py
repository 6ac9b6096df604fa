"""What is checked, in the order of the packages."""
