"""Stand-ins that fulfil the same protocols as the real parts."""
