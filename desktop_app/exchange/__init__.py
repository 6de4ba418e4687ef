"""Forms out and forms back: workbooks written for the units, and read again, as plain data."""
