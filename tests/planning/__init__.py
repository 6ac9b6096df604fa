"""What words become."""
