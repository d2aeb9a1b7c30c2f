# People without a password of their own: each would be asked for a new one first.
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
USERS=$(aws cognito-idp create-user-pool --pool-name "$PEOPLE" --query UserPool.Id --output text)
CLIENT=$(aws cognito-idp create-user-pool-client --user-pool-id "$USERS" --client-name app \
  --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId --output text)
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username lia --message-action SUPPRESS
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username tamm --message-action SUPPRESS
