# Calls the old code once more, which has nothing to say, and asks nobody.
aws lambda invoke --function-name "$FUNCTION" --payload fileb://saturday.json out.json
aws logs put-retention-policy --log-group-name "/aws/lambda/$FUNCTION" --retention-in-days 14
