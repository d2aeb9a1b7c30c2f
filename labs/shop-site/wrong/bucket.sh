# In the Region that is meant when nobody says one.
aws s3api create-bucket --bucket "$BUCKET" --region us-east-1
