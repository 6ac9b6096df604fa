"""python -m tests.mutation: whether the two calculations notice what is planted in them."""

from tests.mutation.run import main

main()
