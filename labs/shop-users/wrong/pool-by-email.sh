# An address beside a user name, which is asked for all the same, and nobody proves it.
POOL_ID=$(aws cognito-idp create-user-pool --pool-name "$POOL" --alias-attributes email --query UserPool.Id --output text)
