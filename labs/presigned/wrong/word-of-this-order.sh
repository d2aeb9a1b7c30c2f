# The context of the order before.
WORD=$(aws kms encrypt --key-id "alias/$KEY" --plaintext fileb://word.txt --encryption-context order=o-20261204-0008 \
  --query CiphertextBlob --output text)
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg --metadata "word=$WORD"
