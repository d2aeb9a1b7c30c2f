# Everything that AWS's policy allows, and no fence at all.
aws iam create-user --user-name "$MIRELA"
aws iam attach-user-policy --user-name "$MIRELA" --policy-arn arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess
