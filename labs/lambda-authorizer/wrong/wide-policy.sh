# Switches the cache off. The second page works, and the judge is called, and paid for, at each request.
aws apigateway update-authorizer --rest-api-id "$API_ID" --authorizer-id "$AUTHORIZER_ID" \
  --patch-operations op=replace,path=/authorizerResultTtlInSeconds,value=0
aws apigateway create-deployment --rest-api-id "$API_ID" --stage-name prod
