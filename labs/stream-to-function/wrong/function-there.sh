# The handler of a tutorial for another language.
cat > trust.json <<'EOF'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" --runtime nodejs24.x --handler lambda_function.lambda_handler \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
