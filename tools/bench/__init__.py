"""Side-by-side benchmarks: the mock beside a stateless one, on one machine, under one load tool."""
