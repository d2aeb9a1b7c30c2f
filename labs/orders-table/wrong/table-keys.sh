# The two keys in each other's place: finds an order, but not a customer's orders.
aws dynamodb create-table --table-name "$TABLE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \
  --key-schema AttributeName=orderId,KeyType=HASH AttributeName=customerId,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
