"""HTTP: the application, the way of a request through it, and what it is answered with."""
