"""The calls that the mock makes: webhooks of partners and deliveries of events."""
