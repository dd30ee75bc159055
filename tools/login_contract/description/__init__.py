"""The one model of a description: its operations, parameters, bodies, answers, schemas and references."""
