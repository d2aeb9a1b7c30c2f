# Nobody has told it which table.
zip function.zip index.mjs put-item.mjs
aws lambda create-function --function-name "$FUNCTION" \
  --runtime nodejs24.x --handler index.handler --timeout 10 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
