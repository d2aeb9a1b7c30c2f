# Only ever tried with the orders that are dry.
aws lambda invoke --function-name "$FUNCTION" --payload fileb://saturday.json out.json
