# Gives up and bisects, and does not listen.
UUID=$(aws lambda list-event-source-mappings --function-name "$FUNCTION" \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda update-event-source-mapping --uuid "$UUID" --bisect-batch-on-function-error --maximum-retry-attempts 2
