# A role that trusts the right man and allows him nothing.
cat > trust.json <<EOF
{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::$ACCOUNT:user/$IDRIS" }, "Action": "sts:AssumeRole" } ] }
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
