"""Settings of the server and its projects, judged before anything starts."""
