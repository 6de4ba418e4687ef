"""The clerk's manual, inside the program."""
