# step: create-the-table
aws dynamodb create-table --table-name "$TABLE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH AttributeName=orderId,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
aws dynamodb wait table-exists --table-name "$TABLE"

# step: copy-three-orders
aws dynamodb put-item --table-name "$TABLE" --item file://order-1.json
aws dynamodb put-item --table-name "$TABLE" --item file://order-2.json
aws dynamodb put-item --table-name "$TABLE" --item file://order-3.json

# step: ask-for-one-customer
aws dynamodb query --table-name "$TABLE" --no-scan-index-forward \
  --key-condition-expression "customerId = :c" \
  --expression-attribute-values '{":c": {"S": "c-104"}}'

# step: mark-an-order-as-baked
aws dynamodb update-item --table-name "$TABLE" \
  --key '{"customerId": {"S": "c-104"}, "orderId": {"S": "o-20261204-0001"}}' \
  --update-expression 'SET #s = :baked' \
  --condition-expression '#s = :placed' \
  --expression-attribute-names '{"#s": "status"}' \
  --expression-attribute-values '{":baked": {"S": "baked"}, ":placed": {"S": "placed"}}'

# step: keep-the-double-click-out
aws dynamodb put-item --table-name "$TABLE" --item file://order-4.json \
  --condition-expression 'attribute_not_exists(orderId)'
# The same order again, which the table refuses.
aws dynamodb put-item --table-name "$TABLE" --item file://order-4-again.json \
  --condition-expression 'attribute_not_exists(orderId)' || true

# step: count-what-it-costs
aws dynamodb put-item --table-name "$TABLE" --item file://lantern-fair.json
# An answer lies in a file named after its check.
aws dynamodb update-item --table-name "$TABLE" \
  --key '{"customerId": {"S": "c-077"}, "orderId": {"S": "o-20261120-0002"}}' \
  --update-expression 'SET #s = :baked' \
  --expression-attribute-names '{"#s": "status"}' \
  --expression-attribute-values '{":baked": {"S": "baked"}}' \
  --return-consumed-capacity TOTAL \
  --query ConsumedCapacity.CapacityUnits --output text > write-units.answer
