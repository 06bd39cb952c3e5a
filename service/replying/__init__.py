"""What every reply passes on its way out: headers, and nothing sent that the asker has already."""
