ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: a-role-for-the-function
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
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole

# step: pack-and-deploy
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" \
  --runtime nodejs24.x --handler index.handler --timeout 10 --memory-size 256 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
aws lambda wait function-active-v2 --function-name "$FUNCTION"

# step: call-it
aws lambda invoke --function-name "$FUNCTION" --payload fileb://saturday.json out.json
cat out.json
echo 38 > knots.answer

# step: let-it-say-what-it-does
cat > index.mjs <<'EOF'
export const handler = async (event) => {
  const bake = {};
  for (const order of event.orders) {
    for (const { product, quantity } of order.lines) {
      bake[product] = (bake[product] ?? 0) + quantity;
    }
  }
  console.log(`bake list of ${event.orders.length} orders`);
  return bake;
};
EOF
zip function.zip index.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://saturday.json out.json
aws logs filter-log-events --log-group-name "/aws/lambda/$FUNCTION" --filter-pattern '"bake list"'
aws logs put-retention-policy --log-group-name "/aws/lambda/$FUNCTION" --retention-in-days 14

# step: the-page-that-got-wet
aws lambda invoke --function-name "$FUNCTION" --payload fileb://wet.json out.json
cat out.json
cat > index.mjs <<'EOF'
export const handler = async (event) => {
  const bake = {};
  for (const order of event.orders) {
    if (!Array.isArray(order.lines)) {
      console.warn(`unreadable order ${order.orderId}`);
      continue;
    }
    for (const { product, quantity } of order.lines) {
      bake[product] = (bake[product] ?? 0) + quantity;
    }
  }
  console.log(`bake list of ${event.orders.length} orders`);
  return bake;
};
EOF
zip function.zip index.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://wet.json out.json
