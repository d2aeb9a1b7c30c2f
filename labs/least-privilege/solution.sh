ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: two-tables-and-idris
aws dynamodb create-table --table-name "$ORDERS" \
  --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH AttributeName=orderId,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
aws dynamodb create-table --table-name "$ARCHIVE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S AttributeName=orderId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH AttributeName=orderId,KeyType=RANGE \
  --billing-mode PAY_PER_REQUEST
aws iam create-user --user-name "$IDRIS"

# step: the-counters-role
cat > trust.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$ACCOUNT:user/$IDRIS" }, "Action": "sts:AssumeRole" }
  ]
}
EOF
cat > counter.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"],
      "Resource": "arn:aws:dynamodb:eu-west-1:$ACCOUNT:table/$ORDERS"
    }
  ]
}
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$ROLE" --policy-name counter-orders --policy-document file://counter.json

# step: a-fence-for-mirela
cat > fence.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": "dynamodb:DeleteTable", "Resource": "arn:aws:dynamodb:eu-west-1:$ACCOUNT:table/$ARCHIVE" }
  ]
}
EOF
aws iam create-user --user-name "$MIRELA"
aws iam attach-user-policy --user-name "$MIRELA" --policy-arn arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess
aws iam put-user-policy --user-name "$MIRELA" --policy-name keep-the-archive --policy-document file://fence.json
