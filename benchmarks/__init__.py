"""Speed, measured as ratios side by side in one run: commands, never timed tests."""
