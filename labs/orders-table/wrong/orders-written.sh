# Typed by hand: the quantity as a string, and the note forgotten.
aws dynamodb put-item --table-name "$TABLE" --item '{"customerId": {"S": "c-104"}, "orderId": {"S": "o-20261204-0001"}, "status": {"S": "placed"}, "pickupDay": {"S": "2026-12-05"}, "lines": {"L": [{"M": {"product": {"S": "knot"}, "quantity": {"S": "12"}}}]}}'
aws dynamodb put-item --table-name "$TABLE" --item '{"customerId": {"S": "c-104"}, "orderId": {"S": "o-20261205-0006"}, "status": {"S": "placed"}}'
aws dynamodb put-item --table-name "$TABLE" --item file://order-3.json
