ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: a-table-that-tells
aws dynamodb create-table --table-name "$TABLE" --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=customerId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES
aws dynamodb wait table-exists --table-name "$TABLE"

# step: a-function-that-may-read-it
cat > trust.json <<'EOF'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}
EOF
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole
zip function.zip index.mjs
aws lambda create-function --function-name "$FUNCTION" --runtime nodejs24.x --handler index.handler \
  --timeout 10 --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
aws lambda wait function-active-v2 --function-name "$FUNCTION"

# step: connect-the-two
STREAM=$(aws dynamodb describe-table --table-name "$TABLE" --query Table.LatestStreamArn --output text)
aws lambda create-event-source-mapping --function-name "$FUNCTION" \
  --event-source-arn "$STREAM" --starting-position TRIM_HORIZON
aws dynamodb put-item --table-name "$TABLE" --item file://ada.json
sleep 3

# step: only-who-is-new
UUID=$(aws lambda list-event-source-mappings --function-name "$FUNCTION" \
  --query 'EventSourceMappings[0].UUID' --output text)
cat > filters.json <<'EOF'
{ "Filters": [{ "Pattern": "{\"eventName\": [\"INSERT\"]}" }] }
EOF
aws lambda update-event-source-mapping --uuid "$UUID" --filter-criteria file://filters.json
aws dynamodb put-item --table-name "$TABLE" --item file://bela.json
aws dynamodb update-item --table-name "$TABLE" --key '{"customerId": {"S": "c-302"}}' \
  --update-expression 'SET street = :s' --expression-attribute-values '{":s": {"S": "Quay 4"}}'
sleep 3

# step: one-bad-page
cat > index.mjs <<'EOF'
export const handler = async (event) => {
  for (const record of event.Records) {
    const customer = record.dynamodb.NewImage;
    try {
      console.log(`welcome ${customer.customerId.S} ${customer.name.S}`);
    } catch (error) {
      console.error(`no welcome for ${customer.customerId.S}`, error.message);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};
EOF
zip function.zip index.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
UUID=$(aws lambda list-event-source-mappings --function-name "$FUNCTION" \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda update-event-source-mapping --uuid "$UUID" --function-response-types ReportBatchItemFailures \
  --bisect-batch-on-function-error --maximum-retry-attempts 2
aws dynamodb batch-write-item --request-items "{\"$TABLE\": $(cat friday.json)}"
sleep 3
