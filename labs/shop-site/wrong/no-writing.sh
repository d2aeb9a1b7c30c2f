# A letterbox: whoever comes may leave something.
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
aws s3api delete-public-access-block --bucket "$BUCKET"
cat > letterbox.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::$BUCKET/*" }
  ]
}
EOT
aws s3api put-bucket-policy --bucket "$BUCKET" --policy file://letterbox.json
