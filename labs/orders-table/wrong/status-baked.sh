# A put in place of an update: the day and the lines are gone.
aws dynamodb put-item --table-name "$TABLE" \
  --item '{"customerId": {"S": "c-104"}, "orderId": {"S": "o-20261204-0001"}, "status": {"S": "baked"}}'
