"""Results as files that other programs read, with what made them."""
