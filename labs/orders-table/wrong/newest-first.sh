# The oldest first.
aws dynamodb query --table-name "$TABLE" \
  --key-condition-expression "customerId = :c" \
  --expression-attribute-values '{":c": {"S": "c-104"}}'
