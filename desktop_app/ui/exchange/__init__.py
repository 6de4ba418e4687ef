"""The 收发 page: rounds, who has reported, forms out and forms back."""
