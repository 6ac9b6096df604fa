"""python -m tests.mutation: whether the two calculations notice what is planted in them."""

from tests.mutation.run import main

# The processes it starts import `run` by its name, which a main module does not have.
main()
