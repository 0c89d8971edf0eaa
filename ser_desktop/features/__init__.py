"""From samples to what the network sees: spec, MFCC, windows, speech gate."""
