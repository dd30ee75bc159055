"""Models of what a server should think, for the state machines."""
