# Moves Bela first, and filters when it is too late.
aws dynamodb put-item --table-name "$TABLE" --item file://bela.json
aws dynamodb update-item --table-name "$TABLE" --key '{"customerId": {"S": "c-302"}}' \
  --update-expression 'SET street = :s' --expression-attribute-values '{":s": {"S": "Quay 4"}}'
sleep 3
