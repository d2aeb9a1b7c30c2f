# Reads everybody's orders, and then throws away all but hers.
aws dynamodb scan --table-name "$TABLE" \
  --filter-expression "customerId = :c" \
  --expression-attribute-values '{":c": {"S": "c-104"}}'
