ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: the-order-book
aws dynamodb create-table --table-name "$TABLE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH AttributeName=orderId,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
aws dynamodb wait table-exists --table-name "$TABLE"

# step: one-key-for-one-door
cat > trust.json <<'EOT'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}
EOT
cat > write-orders.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "arn:aws:dynamodb:eu-west-1:$ACCOUNT:table/$TABLE" }
  ]
}
EOT
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$ROLE" --policy-name write-orders --policy-document file://write-orders.json
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole

# step: the-function
zip function.zip index.mjs put-item.mjs
aws lambda create-function --function-name "$FUNCTION" \
  --runtime nodejs24.x --handler index.handler --timeout 10 \
  --environment "Variables={TABLE_NAME=$TABLE}" \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
aws lambda wait function-active-v2 --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://order.json out.json
cat out.json

# step: what-the-gateway-can-read
cat > index.mjs <<'EOT'
// Takes an order from the shop's page and writes it into the book.
import { putItem } from "./put-item.mjs";

const answer = (statusCode, body) => ({
  statusCode,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

const read = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const handler = async (event) => {
  const { authorizer, requestId, requestTimeEpoch } = event.requestContext;
  const customerId = authorizer?.claims?.sub;
  if (!customerId) {
    console.error("nobody is signed in: does the method have its authorizer?");
    return answer(500, { message: "This shop is not set up right. We are on it." });
  }
  const order = read(event.body);
  if (!Array.isArray(order?.lines) || order.lines.length === 0 || typeof order.pickupDay !== "string") {
    return answer(400, { message: "This is not an order: it needs a pickupDay and lines." });
  }
  const day = new Date(requestTimeEpoch).toISOString().slice(0, 10).replaceAll("-", "");
  const orderId = `o-${day}-${requestId.slice(0, 8)}`;
  await putItem({
    TableName: process.env.TABLE_NAME,
    Item: {
      customerId: { S: customerId },
      orderId: { S: orderId },
      status: { S: "placed" },
      pickupDay: { S: order.pickupDay },
      lines: {
        L: order.lines.map(({ product, quantity }) => ({ M: { product: { S: `${product}` }, quantity: { N: `${quantity}` } } })),
      },
    },
  });
  console.log(`placed ${orderId}`);
  return answer(201, { orderId, status: "placed" });
};
EOT
zip function.zip index.mjs put-item.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
aws lambda invoke --function-name "$FUNCTION" --payload fileb://order.json out.json
cat out.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://torn.json out.json
cat out.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://stranger.json out.json
cat out.json
