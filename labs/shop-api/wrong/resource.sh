# An API, and a path that no customer will type.
API_ID=$(aws apigateway create-rest-api --name "$API" --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
ORDERS_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part order --query id --output text)
