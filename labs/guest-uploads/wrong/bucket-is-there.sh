# The bucket lies on another continent.
aws s3api create-bucket --bucket "$BUCKET" --region us-east-1
USERS=$(aws cognito-idp create-user-pool --pool-name "$PEOPLE" --query UserPool.Id --output text)
CLIENT=$(aws cognito-idp create-user-pool-client --user-pool-id "$USERS" --client-name app \
  --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId --output text)
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username lia --message-action SUPPRESS
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username tamm --message-action SUPPRESS
aws cognito-idp admin-set-user-password --user-pool-id "$USERS" --username lia --password "$PASSWORD" --permanent
aws cognito-idp admin-set-user-password --user-pool-id "$USERS" --username tamm --password "$PASSWORD" --permanent
