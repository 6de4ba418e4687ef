"""The journal as a page: what was done, what each step changed, and taking any one step back."""
