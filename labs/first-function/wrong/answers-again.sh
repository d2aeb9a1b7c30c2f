# Tried twice, and nothing changed in between.
aws lambda invoke --function-name "$FUNCTION" --payload fileb://wet.json out.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://wet.json out.json
