# Signs her up with a password that nobody was told.
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password "something-else-9"
aws cognito-idp confirm-sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" \
  --confirmation-code "$(inbox code "$CUSTOMER")"
