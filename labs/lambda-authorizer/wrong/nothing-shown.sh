# There is a judge, and nobody asks him.
API_ID=$(aws apigateway create-rest-api --name "$API" --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
PROXY_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part '{proxy+}' --query id --output text)
AUTHORIZER_ID=$(aws apigateway create-authorizer --rest-api-id "$API_ID" --name judge --type TOKEN \
  --authorizer-uri "$LAMBDA:$JUDGE/invocations" \
  --identity-source method.request.header.Authorization --authorizer-result-ttl-in-seconds 300 --query id --output text)
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$PROXY_ID" --http-method ANY \
  --authorization-type NONE
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$PROXY_ID" --http-method ANY \
  --type AWS_PROXY --integration-http-method POST --uri "$LAMBDA:$ORDERS/invocations"
aws lambda add-permission --function-name "$ORDERS" --statement-id partners-api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/*/*/*"
aws lambda add-permission --function-name "$JUDGE" --statement-id partners-authorizer --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/authorizers/$AUTHORIZER_ID"
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
URL=http://$API_ID.execute-api.eu-west-1.localhost/prod
