# The other type: the function would get the bare body, and nothing of the token.
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --type AWS --integration-http-method POST \
  --uri "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:$ACCOUNT:function:$FUNCTION/invocations"
