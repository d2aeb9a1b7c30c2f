# step: a-pool-with-a-policy
POOL_ID=$(aws cognito-idp create-user-pool --pool-name "$POOL" \
  --username-attributes email --auto-verified-attributes email \
  --policies 'PasswordPolicy={MinimumLength=12,RequireLowercase=true,RequireNumbers=true}' \
  --query UserPool.Id --output text)

# step: the-pages-way-in
CLIENT_ID=$(aws cognito-idp create-user-pool-client --user-pool-id "$POOL_ID" --client-name "$CLIENT" \
  --no-generate-secret --prevent-user-existence-errors ENABLED \
  --explicit-auth-flows ALLOW_USER_SRP_AUTH ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH \
  --access-token-validity 15 --token-validity-units AccessToken=minutes \
  --query UserPoolClient.ClientId --output text)

# step: mrs-okafor-signs-up
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password cake || true
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password "$PASSWORD"
aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD" || true
inbox
CODE=$(inbox code "$CUSTOMER")
aws cognito-idp confirm-sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --confirmation-code "$CODE"

# step: three-tokens
aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=rye-bread-at-9-sharp" || true
ID_TOKEN=$(aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD" --query AuthenticationResult.IdToken --output text)
jwt "$ID_TOKEN"
ACCESS_TOKEN=$(aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD" --query AuthenticationResult.AccessToken --output text)
jwt "$ACCESS_TOKEN"
echo access > use.answer
echo client_id > client-claim.answer
