"""Windows of their own, that open over the program's and close again."""
