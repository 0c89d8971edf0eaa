"""From windows to probabilities: manifest, LiteRT runner, smoothing."""
