"""The tables by noun, in the SQL that SQLite and PostgreSQL share; ``schema`` joins them."""
