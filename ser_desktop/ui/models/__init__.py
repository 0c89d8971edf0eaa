"""The page of models: which there are, two of them compared, and one of one's own."""
