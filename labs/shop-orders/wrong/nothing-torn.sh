# Tries the good case only.
aws lambda invoke --function-name "$FUNCTION" --payload fileb://order.json out.json
