# Leaves half of the code at home: the function cannot even begin.
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" \
  --runtime nodejs24.x --handler index.handler --timeout 10 \
  --environment "Variables={TABLE_NAME=$TABLE}" \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
aws lambda wait function-active-v2 --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://order.json out.json
cat out.json
