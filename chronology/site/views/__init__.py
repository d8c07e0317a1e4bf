"""What templates are given: values that are ready to be shown."""
