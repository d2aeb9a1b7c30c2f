ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
LAMBDA=arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:$ACCOUNT:function

# step: two-functions
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
zip orders.zip orders.mjs
aws lambda create-function --function-name "$ORDERS" --runtime nodejs24.x --handler orders.handler --timeout 10 \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://orders.zip
zip judge.zip judge.mjs
aws lambda create-function --function-name "$JUDGE" --runtime nodejs24.x --handler judge.handler --timeout 10 \
  --environment "Variables={SECRET=$SECRET}" \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://judge.zip
aws lambda wait function-active-v2 --function-name "$ORDERS"
aws lambda wait function-active-v2 --function-name "$JUDGE"

# step: the-door
API_ID=$(aws apigateway create-rest-api --name "$API" --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
PROXY_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part '{proxy+}' --query id --output text)
AUTHORIZER_ID=$(aws apigateway create-authorizer --rest-api-id "$API_ID" --name judge --type TOKEN \
  --authorizer-uri "$LAMBDA:$JUDGE/invocations" \
  --identity-source method.request.header.Authorization --authorizer-result-ttl-in-seconds 300 --query id --output text)
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$PROXY_ID" --http-method ANY \
  --authorization-type CUSTOM --authorizer-id "$AUTHORIZER_ID"
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$PROXY_ID" --http-method ANY \
  --type AWS_PROXY --integration-http-method POST --uri "$LAMBDA:$ORDERS/invocations"
aws lambda add-permission --function-name "$ORDERS" --statement-id partners-api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/*/*/*"
aws lambda add-permission --function-name "$JUDGE" --statement-id partners-authorizer --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/authorizers/$AUTHORIZER_ID"
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
URL=http://$API_ID.execute-api.eu-west-1.localhost/prod
curl -s "$URL/orders"
curl -s "$URL/orders" -H "Authorization: $(cat expired.txt)"
curl -s "$URL/orders" -H "Authorization: $(cat valid.txt)"

# step: the-second-page
curl -s "$URL/bill" -H "Authorization: $(cat valid.txt)"
cat > judge.mjs <<'EOT'
// Decides whether a token opens the door: CUSTOMER.END.SIGNATURE, END in seconds since 1970.
import { createHmac, timingSafeEqual } from "node:crypto";

const signature = (text) => createHmac("sha256", process.env.SECRET).update(text).digest("hex").slice(0, 32);

export const handler = async ({ authorizationToken, methodArn }) => {
  console.log(`asked about ${methodArn}`);
  const [customerId = "", end = "", signed = ""] = authorizationToken.split(".");
  const right = Buffer.from(signature(`${customerId}.${end}`));
  const given = Buffer.from(signed);
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new Error("Unauthorized"); // the one message that becomes a 401
  }
  const Effect = Number(end) * 1000 > Date.now() ? "Allow" : "Deny";
  const stage = methodArn.split("/").slice(0, 2).join("/");
  return {
    principalId: customerId,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect, Action: "execute-api:Invoke", Resource: `${stage}/*` }],
    },
    context: { customerId },
  };
};
EOT
zip judge.zip judge.mjs
aws lambda update-function-code --function-name "$JUDGE" --zip-file fileb://judge.zip
aws lambda wait function-updated-v2 --function-name "$JUDGE"
echo 1 > with-cache.answer
