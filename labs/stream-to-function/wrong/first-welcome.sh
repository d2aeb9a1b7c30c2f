# Somebody else's customer: nobody is called c-301.
STREAM=$(aws dynamodb describe-table --table-name "$TABLE" --query Table.LatestStreamArn --output text)
aws lambda create-event-source-mapping --function-name "$FUNCTION" \
  --event-source-arn "$STREAM" --starting-position TRIM_HORIZON
aws dynamodb put-item --table-name "$TABLE" --item file://bela.json
sleep 2
