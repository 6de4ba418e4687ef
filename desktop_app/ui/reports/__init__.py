"""The 报告 page: papers to look at, save and hand on."""
