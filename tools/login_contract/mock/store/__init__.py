"""Everything the workers share, as SQL: one module per noun, opened by ``database``."""
