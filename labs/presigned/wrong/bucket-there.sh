# In another Region: no link of a function in eu-west-1 would ever work.
aws s3api create-bucket --bucket "$BUCKET" --region us-east-1
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0007.jpg" --content-type image/jpeg
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0008.jpg" --content-type image/jpeg
curl -i "http://$BUCKET.s3.eu-west-1.localhost/cakes/o-20261204-0007.jpg"
