"""What the self-test draws and writes into its throw-away ledger."""

SAMPLE = "督办台账序时进度"
CHART = "任务亮灯情况"
