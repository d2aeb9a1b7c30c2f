# Signs up, and never asks what the policy would have refused.
aws cognito-idp sign-up --client-id "$CLIENT_ID" --username "$CUSTOMER" --password "$PASSWORD"
