# Without the condition the second order replaces the first.
aws dynamodb put-item --table-name "$TABLE" --item file://order-4.json
aws dynamodb put-item --table-name "$TABLE" --item file://order-4-again.json
