# Three seconds and 128 MB, because nobody said otherwise.
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" --runtime nodejs24.x --handler index.handler \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
