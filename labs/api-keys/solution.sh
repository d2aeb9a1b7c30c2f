# step: a-menu-without-a-backend
API_ID=$(aws apigateway create-rest-api --name "$API" --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
MENU_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part menu --query id --output text)
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$MENU_ID" --http-method GET \
  --authorization-type NONE --api-key-required
cat > mock.json <<'EOT'
{ "application/json": "{\"statusCode\": 200}" }
EOT
cat > menu.json <<'EOT'
{ "application/json": "{\"today\": \"plum tart\"}" }
EOT
aws apigateway put-integration --rest-api-id "$API_ID" --resource-id "$MENU_ID" --http-method GET \
  --type MOCK --request-templates file://mock.json
aws apigateway put-method-response --rest-api-id "$API_ID" --resource-id "$MENU_ID" --http-method GET --status-code 200
aws apigateway put-integration-response --rest-api-id "$API_ID" --resource-id "$MENU_ID" --http-method GET \
  --status-code 200 --response-templates file://menu.json
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
MENU=http://$API_ID.execute-api.eu-west-1.localhost/prod/menu
curl -s "$MENU"

# step: a-key-for-the-hotel
HOTEL_KEY=$(aws apigateway create-api-key --name "$HOTEL" --enabled --query id --output text)
HOTEL_PLAN=$(aws apigateway create-usage-plan --name "$HOTEL" --api-stages "apiId=$API_ID,stage=prod" \
  --throttle rateLimit=10,burstLimit=20 --quota limit=1000,period=DAY --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$HOTEL_PLAN" --key-id "$HOTEL_KEY" --key-type API_KEY
curl -s "$MENU" -H "x-api-key: $(aws apigateway get-api-key --api-key "$HOTEL_KEY" --include-value --query value --output text)"

# step: three-requests-for-the-paper
PAPER_KEY=$(aws apigateway create-api-key --name "$PAPER" --enabled --query id --output text)
PAPER_PLAN=$(aws apigateway create-usage-plan --name "$PAPER" --api-stages "apiId=$API_ID,stage=prod" \
  --throttle rateLimit=10,burstLimit=20 --quota limit=3,period=DAY --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$PAPER_PLAN" --key-id "$PAPER_KEY" --key-type API_KEY
PAPER_VALUE=$(aws apigateway get-api-key --api-key "$PAPER_KEY" --include-value --query value --output text)
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
echo 200 > proves.answer
