# A plan that counts, and slows nobody down.
HOTEL_KEY=$(aws apigateway create-api-key --name "$HOTEL" --enabled --query id --output text)
HOTEL_PLAN=$(aws apigateway create-usage-plan --name "$HOTEL" --api-stages "apiId=$API_ID,stage=prod" \
  --quota limit=1000,period=DAY --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$HOTEL_PLAN" --key-id "$HOTEL_KEY" --key-type API_KEY
curl -s "$MENU" -H "x-api-key: $(aws apigateway get-api-key --api-key "$HOTEL_KEY" --include-value --query value --output text)"
