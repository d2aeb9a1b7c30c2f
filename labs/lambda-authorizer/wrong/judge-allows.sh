# A judge who was not told the secret.
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
zip judge.zip judge.mjs
aws lambda create-function --function-name "$JUDGE" --runtime nodejs24.x --handler judge.handler --timeout 10 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://judge.zip
