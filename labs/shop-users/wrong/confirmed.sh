# Confirms her over her head: she may sign in, and nobody knows whose address it is.
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password "$PASSWORD"
aws cognito-idp admin-confirm-sign-up --user-pool-id "$POOL_ID" --username "$CUSTOMER"
