"""Making of the built program what people install: looked over, with everybody's licences, as a .deb."""
