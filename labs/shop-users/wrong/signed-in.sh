# Only knows wrong ones.
aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=rye-bread-at-9-sharp" || true
