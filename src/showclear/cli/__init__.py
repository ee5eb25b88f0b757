"""What does the showclear command answer?"""
