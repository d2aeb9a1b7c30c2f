# Writes the file, and leaves it at home.
cat > site/config.js <<EOT
window.SHOP = { userPoolId: "$POOL_ID", clientId: "$CLIENT_ID", apiId: "$API_ID", stage: "prod" };
EOT
