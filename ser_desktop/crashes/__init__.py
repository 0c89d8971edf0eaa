"""What went wrong: a log that outlasts the program, and a report of it that says nothing private."""
