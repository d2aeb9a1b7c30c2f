# Trusts the account: that leaves it to everybody's own policies, so that an administrator may and Idris may not.
cat > trust.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$ACCOUNT:root" }, "Action": "sts:AssumeRole" } ] }
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
