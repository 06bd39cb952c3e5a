"""What each leg and each feature is worth: the questions asked with it turned off."""
