# Thinks of the server's errors, not of the gateway's refusals.
cat > refusals.json <<'EOT'
{ "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" }
EOT
aws apigateway put-gateway-response --rest-api-id "$API_ID" --response-type DEFAULT_5XX --response-parameters file://refusals.json
