# The door is open, and the gateway may no longer call what is behind it.
aws lambda remove-permission --function-name "$FUNCTION" --statement-id orders-api
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
