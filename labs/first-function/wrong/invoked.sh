# Asks whether it may be called, and never calls it.
aws lambda invoke --function-name "$FUNCTION" --invocation-type DryRun --payload fileb://saturday.json out.json
