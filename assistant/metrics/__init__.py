"""What is measured: definitions, the catalogue, and the two implementations of each number."""
