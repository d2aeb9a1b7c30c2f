# The four actions on whatever begins like the table's name.
cat > trust.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$ACCOUNT:user/$IDRIS" }, "Action": "sts:AssumeRole" } ] }
EOF
cat > counter.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    "Resource": "arn:aws:dynamodb:eu-west-1:$ACCOUNT:table/$ORDERS*" } ] }
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$ROLE" --policy-name counter-orders --policy-document file://counter.json
