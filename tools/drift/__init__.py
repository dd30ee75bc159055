"""An outside judge of the mock: Redocly holds the traffic of a contract run against the description."""
