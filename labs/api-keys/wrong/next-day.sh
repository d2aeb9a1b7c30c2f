# Gives the paper a trial that ends tomorrow: by then the whole menu is closed, whatever the quota says.
PAPER_KEY=$(aws apigateway create-api-key --name "$PAPER" --enabled --query id --output text)
PAPER_PLAN=$(aws apigateway create-usage-plan --name "$PAPER" --api-stages "apiId=$API_ID,stage=prod" \
  --throttle rateLimit=10,burstLimit=20 --quota limit=3,period=DAY --query id --output text)
aws apigateway create-usage-plan-key --usage-plan-id "$PAPER_PLAN" --key-id "$PAPER_KEY" --key-type API_KEY
PAPER_VALUE=$(aws apigateway get-api-key --api-key "$PAPER_KEY" --include-value --query value --output text)
TOMORROW=$(aws sts get-session-token --duration-seconds 86400 --query Credentials.Expiration --output text)
cat > trial.json <<EOT
[{"op": "replace", "path": "/policy", "value": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"execute-api:Invoke\", \"Resource\": \"execute-api:/*\", \"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\": \"$TOMORROW\"}}}]}"}]
EOT
aws apigateway update-rest-api --rest-api-id "$API_ID" --patch-operations file://trial.json
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
curl -s "$MENU" -H "x-api-key: $PAPER_VALUE"
echo 200 > proves.answer
