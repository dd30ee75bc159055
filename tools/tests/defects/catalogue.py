"""The planting kinds."""
