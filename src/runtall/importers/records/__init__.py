"""Documents in JSON or YAML: their days."""
