"""Sound in: sources, ring, resampler, meter, devices, files."""
