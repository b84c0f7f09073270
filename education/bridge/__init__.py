"""The reporting bridge leads a learner to the people who take tips. It may read help; it knows no pages."""
