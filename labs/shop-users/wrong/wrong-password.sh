# Only knows the right one.
aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD"
