# The policy that was quick.
cat > trust.json <<'EOT'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}
EOT
cat > drawer.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::$BUCKET/*" }
  ]
}
EOT
aws iam create-role --role-name "$ROLE" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$ROLE" --policy-name drawer --policy-document file://drawer.json
aws iam attach-role-policy --role-name "$ROLE" \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
cat > index.mjs <<'EOT'
// Lends what lies in the drawer. Whoever asks has been checked before: this function only decides what they get.
import { presign } from "./sign.mjs";

const bucket = process.env.BUCKET;

export const handler = async ({ ask, order }) => {
  switch (ask) {
    case "look":
      return { url: presign({ method: "GET", bucket, key: `cakes/${order}.jpg`, seconds: 600 }) };
    default:
      throw new Error(`nobody here can do this: ${ask}`);
  }
};
EOT
zip function.zip index.mjs sign.mjs
aws lambda create-function --function-name "$FUNCTION" --runtime nodejs24.x --handler index.handler --timeout 10 \
  --environment "Variables={BUCKET=$BUCKET,ENDPOINT=http://s3.eu-west-1.localhost}" \
  --role "arn:aws:iam::$ACCOUNT:role/$ROLE" --zip-file fileb://function.zip
aws lambda wait function-active-v2 --function-name "$FUNCTION"
echo '{"ask": "look", "order": "o-20261204-0007"}' > look.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://look.json out.json
cat out.json
echo SignatureDoesNotMatch > next-number.answer
