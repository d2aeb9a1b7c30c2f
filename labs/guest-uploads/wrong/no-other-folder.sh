# One folder for all.
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
      "Resource": "arn:aws:s3:::$BUCKET/deliveries/*"
    }
  ]
}
EOF
aws iam create-role --role-name "$HELPERS" --assume-role-policy-document file://trust-helpers.json
aws iam put-role-policy --role-name "$HELPERS" --policy-name own-folder --policy-document file://own-folder.json
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" \
  --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS,authenticated=arn:aws:iam::$ACCOUNT:role/$HELPERS
