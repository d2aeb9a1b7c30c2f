# Hopes that the gateway adds the header to what the function says.
cat > refusals.json <<'EOT'
{ "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" }
EOT
aws apigateway put-gateway-response --rest-api-id "$API_ID" --response-type DEFAULT_4XX --response-parameters file://refusals.json
