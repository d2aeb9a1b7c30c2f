# The policy that was quick.
cat > trust.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$ACCOUNT:user/$IDRIS" }, "Action": "sts:AssumeRole" } ] }
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$ROLE" --policy-name counter-orders --policy-document file://too-much.json
