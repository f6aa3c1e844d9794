"""Every rule over a finished plan, without the solver."""
