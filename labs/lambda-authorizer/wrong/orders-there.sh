# Gives the archive the judge, and the handler of the orders.
cat > trust.json <<'EOT'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}
EOT
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
zip orders.zip judge.mjs
aws lambda create-function --function-name "$ORDERS" --runtime nodejs24.x --handler orders.handler --timeout 10 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://orders.zip
