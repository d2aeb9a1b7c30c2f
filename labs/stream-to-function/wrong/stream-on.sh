# Keys only: the card would have no name.
aws dynamodb create-table --table-name "$TABLE" --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=customerId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH \
  --stream-specification StreamEnabled=true,StreamViewType=KEYS_ONLY
