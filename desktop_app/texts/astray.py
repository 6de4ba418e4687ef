"""Sentences about answers that were struck out, slid to another place, or written into the form of another round."""

STRUCK = "填的是“{raw}”，但加了删除线，可能已经作废。是否仍然采用？"
STRUCK_PARTLY = "填的是“{raw}”，其中有加了删除线的字，去掉后是“{theirs}”。是否按去掉后的采用？"
