# Kept for as long as anybody pays.
aws lambda invoke --function-name "$FUNCTION" --payload fileb://saturday.json out.json
