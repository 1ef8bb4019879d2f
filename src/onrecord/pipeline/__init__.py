"""The ordered steps, engine-free: the only place that knows all the stages."""
