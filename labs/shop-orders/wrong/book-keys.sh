# A table that knows one order of each customer.
aws dynamodb create-table --table-name "$TABLE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH --billing-mode PAY_PER_REQUEST
