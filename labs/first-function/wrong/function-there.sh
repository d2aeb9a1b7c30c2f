# The code exports `handler`; the configuration asks for `main`.
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" \
  --runtime nodejs24.x --handler index.main --timeout 10 --memory-size 256 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
