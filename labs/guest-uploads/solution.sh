ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: who-the-kitchen-is
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
USERS=$(aws cognito-idp create-user-pool --pool-name "$PEOPLE" --query UserPool.Id --output text)
CLIENT=$(aws cognito-idp create-user-pool-client --user-pool-id "$USERS" --client-name app \
  --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId --output text)
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username lia --message-action SUPPRESS
aws cognito-idp admin-create-user --user-pool-id "$USERS" --username tamm --message-action SUPPRESS
aws cognito-idp admin-set-user-password --user-pool-id "$USERS" --username lia --password "$PASSWORD" --permanent
aws cognito-idp admin-set-user-password --user-pool-id "$USERS" --username tamm --password "$PASSWORD" --permanent

# step: guests-look
PROVIDER="cognito-idp.eu-west-1.amazonaws.com/$USERS"
IDENTITIES=$(aws cognito-identity create-identity-pool --identity-pool-name "$POOL" --allow-unauthenticated-identities \
  --cognito-identity-providers ProviderName=$PROVIDER,ClientId=$CLIENT,ServerSideTokenCheck=false --query IdentityPoolId --output text)
cat > trust-guests.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "cognito-identity.amazonaws.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "cognito-identity.amazonaws.com:aud": "$IDENTITIES" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" }
      }
    }
  ]
}
EOF
cat > menu.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/menu/*" }]
}
EOF
aws iam create-role --role-name "$GUESTS" --assume-role-policy-document file://trust-guests.json
aws iam put-role-policy --role-name "$GUESTS" --policy-name menu --policy-document file://menu.json
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS

# step: a-folder-of-their-own
cat > trust-helpers.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "cognito-identity.amazonaws.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "cognito-identity.amazonaws.com:aud": "$IDENTITIES" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }
      }
    }
  ]
}
EOF
cat > own-folder.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:PutObject", "s3:GetObject"],
      "Resource": "arn:aws:s3:::$BUCKET/deliveries/\${cognito-identity.amazonaws.com:sub}/*"
    }
  ]
}
EOF
aws iam create-role --role-name "$HELPERS" --assume-role-policy-document file://trust-helpers.json
aws iam put-role-policy --role-name "$HELPERS" --policy-name own-folder --policy-document file://own-folder.json
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" \
  --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS,authenticated=arn:aws:iam::$ACCOUNT:role/$HELPERS

# step: the-cook-decides
cat > delete.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"],
      "Resource": "arn:aws:s3:::$BUCKET/deliveries/*"
    }
  ]
}
EOF
aws iam create-role --role-name "$COOKS" --assume-role-policy-document file://trust-helpers.json
aws iam put-role-policy --role-name "$COOKS" --policy-name deliveries --policy-document file://delete.json
aws cognito-idp create-group --user-pool-id "$USERS" --group-name helpers --precedence 10 --role-arn arn:aws:iam::$ACCOUNT:role/$HELPERS
aws cognito-idp create-group --user-pool-id "$USERS" --group-name cooks --precedence 1 --role-arn arn:aws:iam::$ACCOUNT:role/$COOKS
aws cognito-idp admin-add-user-to-group --user-pool-id "$USERS" --group-name helpers --username lia
aws cognito-idp admin-add-user-to-group --user-pool-id "$USERS" --group-name helpers --username tamm
aws cognito-idp admin-add-user-to-group --user-pool-id "$USERS" --group-name cooks --username tamm
cat > mapping.json <<EOF
{ "$PROVIDER:$CLIENT": { "Type": "Token", "AmbiguousRoleResolution": "Deny" } }
EOF
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" --role-mappings file://mapping.json \
  --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS,authenticated=arn:aws:iam::$ACCOUNT:role/$HELPERS
