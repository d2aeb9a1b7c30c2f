# Open to everybody, and to every loop.
API_ID=$(aws apigateway create-rest-api --name "$API" --query id --output text)
ROOT_ID=$(aws apigateway get-resources --rest-api-id "$API_ID" --query 'items[0].id' --output text)
MENU_ID=$(aws apigateway create-resource --rest-api-id "$API_ID" --parent-id "$ROOT_ID" --path-part menu --query id --output text)
aws apigateway put-method --rest-api-id "$API_ID" --resource-id "$MENU_ID" --http-method GET --authorization-type NONE
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
