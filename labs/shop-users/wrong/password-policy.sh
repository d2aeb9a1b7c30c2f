# What a pool asks for when nobody says: eight characters, with one of everything.
POOL_ID=$(aws cognito-idp create-user-pool --pool-name "$POOL" \
  --username-attributes email --auto-verified-attributes email --query UserPool.Id --output text)
