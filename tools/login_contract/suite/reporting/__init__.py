"""From what went over the wire to results, tables and reports."""
