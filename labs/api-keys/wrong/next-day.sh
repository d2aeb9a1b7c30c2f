# Takes the key off the hook when it is used up.
PAPER_KEY=$(aws apigateway create-api-key --name "$PAPER" --enabled --query id --output text)
PAPER_PLAN=$(aws apigateway create-usage-plan --name "$PAPER" --api-stages "apiId=$API_ID,stage=prod" \
  --throttle rateLimit=10,burstLimit=20 --quota limit=3,period=DAY --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$PAPER_PLAN" --key-id "$PAPER_KEY" --key-type API_KEY
PAPER_VALUE=$(aws apigateway get-api-key --api-key "$PAPER_KEY" --include-value --query value --output text)
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
aws apigateway delete-usage-plan-key --usage-plan-id "$PAPER_PLAN" --key-id "$PAPER_KEY"
echo 200 > proves.answer
