# A fence around everything.
cat > fence.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Deny", "Action": "dynamodb:DeleteTable", "Resource": "*" } ] }
EOF
aws iam create-user --user-name "$MIRELA"
aws iam attach-user-policy --user-name "$MIRELA" --policy-arn arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess
aws iam put-user-policy --user-name "$MIRELA" --policy-name keep-the-archive --policy-document file://fence.json
