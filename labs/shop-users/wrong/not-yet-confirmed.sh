# Confirms at once.
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password "$PASSWORD"
aws cognito-idp confirm-sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" \
  --confirmation-code "$(inbox code "$CUSTOMER")"
aws cognito-idp initiate-auth --client-id "$CLIENT_ID" --auth-flow USER_PASSWORD_AUTH \
  --auth-parameters "USERNAME=$CUSTOMER,PASSWORD=$PASSWORD"
