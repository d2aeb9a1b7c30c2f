# step: a-bucket-that-serves-pages
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
aws s3 website "s3://$BUCKET" --index-document index.html --error-document error.html

# step: the-files
aws s3 sync site "s3://$BUCKET"

# step: open-it-for-reading
aws s3api put-public-access-block --bucket "$BUCKET" \
  --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false
cat > window.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/*" }
  ]
}
EOT
aws s3api put-bucket-policy --bucket "$BUCKET" --policy file://window.json
curl -s -I "http://$BUCKET.s3-website.eu-west-1.localhost/"
