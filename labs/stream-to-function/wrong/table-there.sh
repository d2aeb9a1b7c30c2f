# Planned capacity, for a shop that cannot plan Saturdays.
aws dynamodb create-table --table-name "$TABLE" \
  --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1 \
  --attribute-definitions AttributeName=customerId,AttributeType=S \
  --key-schema AttributeName=customerId,KeyType=HASH \
  --stream-specification StreamEnabled=true,StreamViewType=NEW_IMAGE
