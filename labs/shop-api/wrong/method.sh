# There is an authorizer, and the method does not ask it.
aws apigateway create-authorizer --rest-api-id "$API_ID" --name customers --type COGNITO_USER_POOLS \
  --provider-arns "arn:aws:cognito-idp:eu-west-1:$ACCOUNT:userpool/$POOL_ID" \
  --identity-source method.request.header.Authorization
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$ORDERS_ID" --http-method POST --authorization-type NONE
