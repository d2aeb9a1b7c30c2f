# Listens, and tries for a day.
UUID=$(aws lambda list-event-source-mappings --function-name "$FUNCTION" \
  --query 'EventSourceMappings[0].UUID' --output text)
aws lambda update-event-source-mapping --uuid "$UUID" --function-response-types ReportBatchItemFailures
