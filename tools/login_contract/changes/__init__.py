"""What is different between two descriptions, and whom it breaks.

`sources` reads both, `pairing` finds which operation is which, `side` reads a schema in one piece, `schemas`
and `bounds` weigh it by who sends what it describes, `messages` and `operations` know where it stands,
`comparison` holds the result. `released` keeps what the last release promised; `consumer` asks of each change
whether recorded `traffic` rests on it.
"""
