# Verifies tokens of a pool in which nobody is.
OTHER=$(aws cognito-idp create-user-pool --pool-name "$POOL-staff" --query UserPool.Arn --output text)
aws apigateway create-authorizer --rest-api-id "$API_ID" --name customers --type COGNITO_USER_POOLS \
  --provider-arns "$OTHER" --identity-source method.request.header.Authorization
