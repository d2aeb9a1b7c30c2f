# The key that AWS manages for S3, which needs no making.
cat > encryption.json <<EOT
{
  "Rules": [
    {
      "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" },
      "BucketKeyEnabled": true
    }
  ]
}
EOT
aws s3api put-bucket-encryption --bucket "$BUCKET" --server-side-encryption-configuration file://encryption.json
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg
cat > clerk.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" }
  ]
}
EOT
aws iam create-user --user-name "$CLERK"
aws iam put-user-policy --user-name "$CLERK" --policy-name photographs --policy-document file://clerk.json
