"""The bundled trainer: recordings in, model folder out. Nobody imports it but the command line."""
