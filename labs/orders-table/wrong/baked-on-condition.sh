# Bakes whatever the status was.
aws dynamodb update-item --table-name "$TABLE" \
  --key '{"customerId": {"S": "c-104"}, "orderId": {"S": "o-20261204-0001"}}' \
  --update-expression 'SET #s = :baked' \
  --expression-attribute-names '{"#s": "status"}' \
  --expression-attribute-values '{":baked": {"S": "baked"}}'
