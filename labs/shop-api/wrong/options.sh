# Asks browsers for a token, which they do not send with this question.
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS \
  --authorization-type COGNITO_USER_POOLS --authorizer-id "$AUTHORIZER_ID"
