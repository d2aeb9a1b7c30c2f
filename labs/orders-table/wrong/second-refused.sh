# Never tried.
aws dynamodb put-item --table-name "$TABLE" --item file://order-4.json \
  --condition-expression 'attribute_not_exists(orderId)'
