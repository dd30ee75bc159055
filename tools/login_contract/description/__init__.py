"""The one model of a description: its operations, parameters, references and names."""
