"""The judge of the documentation for agents: afdocs from npm, asking the mock that serves the built site."""
