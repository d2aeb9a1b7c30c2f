# The word as it is.
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg --metadata word=mooring
