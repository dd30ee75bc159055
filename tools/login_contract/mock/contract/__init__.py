"""The description compiled: routes, decoding, and one validator per distinct schema."""
