# May change orders that are there. Writing a new one is another action.
aws iam create-role --role-name "$ROLE" --assume-role-policy-document '{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }'
cat > write-orders.json <<EOT
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "dynamodb:UpdateItem", "Resource": "arn:aws:dynamodb:eu-west-1:$ACCOUNT:table/$TABLE" } ] }
EOT
aws iam put-role-policy --role-name "$ROLE" --policy-name write-orders --policy-document file://write-orders.json
