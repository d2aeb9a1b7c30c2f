# Writes Bela, and leaves her where she lived.
aws dynamodb put-item --table-name "$TABLE" --item file://bela.json
