# The shortest way to a link that works.
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0007.jpg" --content-type image/jpeg
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0008.jpg" --content-type image/jpeg
cat > everybody.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" }
  ]
}
EOT
aws s3api delete-public-access-block --bucket "$BUCKET"
aws s3api put-bucket-policy --bucket "$BUCKET" --policy file://everybody.json
curl -i "http://$BUCKET.s3.eu-west-1.localhost/cakes/o-20261204-0007.jpg"
