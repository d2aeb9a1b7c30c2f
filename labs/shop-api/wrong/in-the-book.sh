# Opens the door, and nobody goes through.
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
