# A guest may see which photographs there are, and none of them.
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
  "Statement": [{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::$BUCKET" }]
}
EOF
aws iam create-role --role-name "$GUESTS" --assume-role-policy-document file://trust-guests.json
aws iam put-role-policy --role-name "$GUESTS" --policy-name menu --policy-document file://menu.json
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS
