# Who is in no group helps.
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
{ "$PROVIDER:$CLIENT": { "Type": "Token", "AmbiguousRoleResolution": "AuthenticatedRole" } }
EOF
aws cognito-identity set-identity-pool-roles --identity-pool-id "$IDENTITIES" --role-mappings file://mapping.json \
  --roles unauthenticated=arn:aws:iam::$ACCOUNT:role/$GUESTS,authenticated=arn:aws:iam::$ACCOUNT:role/$HELPERS
