"""Engine of the repairs: rules, their selection, and the application of edits."""
