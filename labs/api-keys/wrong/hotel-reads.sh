# A key and a plan, and no knot between them.
HOTEL_KEY=$(aws apigateway create-api-key --name "$HOTEL" --enabled --query id --output text)
HOTEL_PLAN=$(aws apigateway create-usage-plan --name "$HOTEL" --api-stages "apiId=$API_ID,stage=prod" \
  --throttle rateLimit=10,burstLimit=20 --quota limit=1000,period=DAY --query id --output text)
