ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
POOL_ID=$(aws cognito-idp list-user-pools --max-results 60 --query "UserPools[?Name=='$POOL'].Id | [0]" --output text)
CLIENT_ID=$(aws cognito-idp list-user-pool-clients --user-pool-id "$POOL_ID" --query "UserPoolClients[?ClientName=='$CLIENT'].ClientId | [0]" --output text)

# step: an-address-for-orders
API_ID=$(aws apigateway create-rest-api --name "$API" --endpoint-configuration types=REGIONAL --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
ORDERS_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part orders --query id --output text)

# step: who-may-order
AUTHORIZER_ID=$(aws apigateway create-authorizer --rest-api-id "$API_ID" --name customers --type COGNITO_USER_POOLS \
  --provider-arns "arn:aws:cognito-idp:eu-west-1:$ACCOUNT:userpool/$POOL_ID" \
  --identity-source method.request.header.Authorization --query id --output text)
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --authorization-type COGNITO_USER_POOLS --authorizer-id "$AUTHORIZER_ID"

# step: the-function-behind-it
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --type AWS_PROXY --integration-http-method POST \
  --uri "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:$ACCOUNT:function:$FUNCTION/invocations"
aws lambda add-permission --function-name "$FUNCTION" --statement-id orders-api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com \
  --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/*/POST/orders"

# step: what-a-browser-asks-first
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS --authorization-type NONE
cat > mock.json <<'EOT'
{ "application/json": "{\"statusCode\": 200}" }
EOT
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS \
  --type MOCK --request-templates file://mock.json
cat > declared.json <<'EOT'
{
  "method.response.header.Access-Control-Allow-Origin": true,
  "method.response.header.Access-Control-Allow-Methods": true,
  "method.response.header.Access-Control-Allow-Headers": true
}
EOT
aws apigateway put-method-response --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS \
  --status-code 200 --response-parameters file://declared.json
cat > cors.json <<'EOT'
{
  "method.response.header.Access-Control-Allow-Origin": "'*'",
  "method.response.header.Access-Control-Allow-Methods": "'POST,OPTIONS'",
  "method.response.header.Access-Control-Allow-Headers": "'Content-Type,Authorization'"
}
EOT
aws apigateway put-integration-response --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS \
  --status-code 200 --response-parameters file://cors.json
cat > refusals.json <<'EOT'
{ "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" }
EOT
aws apigateway put-gateway-response --rest-api-id "$API_ID" --response-type DEFAULT_4XX --response-parameters file://refusals.json
cat > index.mjs <<'EOT'
// Takes an order from the shop's page and writes it into the book.
import { putItem } from "./put-item.mjs";

const answer = (statusCode, body) => ({
  statusCode,
  headers: { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" },
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

# step: open-it
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
curl -s -X POST "http://$API_ID.execute-api.eu-west-1.localhost/prod/orders" -d '{}'
ID_TOKEN=$(aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD" --query AuthenticationResult.IdToken --output text)
curl -s -X POST "http://$API_ID.execute-api.eu-west-1.localhost/prod/orders" \
  -H "Authorization: $ID_TOKEN" -H 'Content-Type: application/json' \
  -d '{"pickupDay":"2026-12-05","lines":[{"product":"tart-plum","quantity":1}]}'

# step: the-page-takes-orders
cat > site/config.js <<EOT
window.SHOP = {
  userPoolId: "$POOL_ID",
  clientId: "$CLIENT_ID",
  apiId: "$API_ID",
  stage: "prod",
};
EOT
aws s3 sync site "s3://$BUCKET"
