# What the bucket did anyway.
KEY_ID=$(aws kms create-key --description "Photographs and wishes" --query KeyMetadata.KeyId --output text)
KEY_ARN=$(aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.Arn --output text)
aws kms create-alias --alias-name "alias/$KEY" --target-key-id "$KEY_ID"
cat > encryption.json <<EOT
{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
EOT
aws s3api put-bucket-encryption --bucket "$BUCKET" --server-side-encryption-configuration file://encryption.json
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg
cat > drawer.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" },
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": ["arn:aws:s3:::$BUCKET/wishes/*", "arn:aws:s3:::$BUCKET/greetings/*"]
    },
    { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "$KEY_ARN" }
  ]
}
EOT
aws iam put-role-policy --role-name "$ROLE" --policy-name drawer --policy-document file://drawer.json
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
