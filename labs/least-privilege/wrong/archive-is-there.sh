# An archive that only knows customers.
aws dynamodb create-table --table-name "$ARCHIVE" \
  --attribute-definitions AttributeName=customerId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH \
  --billing-mode PAY_PER_REQUEST
aws iam create-user --user-name "$IDRIS"
