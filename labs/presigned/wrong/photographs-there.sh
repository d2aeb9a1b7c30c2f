# Bytes of no particular kind.
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0007.jpg"
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0008.jpg" --content-type image/jpeg
curl -i "http://$BUCKET.s3.eu-west-1.localhost/cakes/o-20261204-0007.jpg"
