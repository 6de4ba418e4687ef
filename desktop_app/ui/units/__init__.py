"""The 单位 page: who there is, under which names, and how much each one leads."""
