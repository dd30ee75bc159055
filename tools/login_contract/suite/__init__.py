"""The runner of the contract suite and what its tests stand on: exchanges, control, results, report."""
