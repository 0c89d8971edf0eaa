"""Many recordings analysed and saved: what is left of an interrupted run goes on."""
