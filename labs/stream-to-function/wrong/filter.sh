# Lets changes through as well: the pattern asks for the wrong events.
UUID=$(aws lambda list-event-source-mappings --function-name "$FUNCTION" \
  --query 'EventSourceMappings[0].UUID' --output text)
cat > filters.json <<'EOF'
{ "Filters": [{ "Pattern": "{\"eventName\": [\"MODIFY\"]}" }] }
EOF
aws lambda update-event-source-mapping --uuid "$UUID" --filter-criteria file://filters.json
