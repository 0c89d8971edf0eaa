"""Programs for whoever works on this one."""
