# Everything is there, below another key.
aws s3 cp site/index.html "s3://$BUCKET/site/index.html"
