# Lets in the whole API, and whatever it will have one day.
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --type AWS_PROXY --integration-http-method POST \
  --uri "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:$ACCOUNT:function:$FUNCTION/invocations"
aws lambda add-permission --function-name "$FUNCTION" --statement-id orders-api --action lambda:InvokeFunction \
  --principal apigateway.amazonaws.com --source-arn "arn:aws:execute-api:eu-west-1:$ACCOUNT:$API_ID/*"
