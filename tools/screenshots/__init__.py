"""Takes the pictures of the documents: the real window, real speech through a virtual microphone."""
