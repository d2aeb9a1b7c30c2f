# Hears only what comes from now on.
STREAM=$(aws dynamodb describe-table --table-name "$TABLE" --query Table.LatestStreamArn --output text)
aws lambda create-event-source-mapping --function-name "$FUNCTION" \
  --event-source-arn "$STREAM" --starting-position LATEST
aws dynamodb put-item --table-name "$TABLE" --item file://ada.json
