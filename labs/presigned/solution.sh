ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

# step: a-drawer-that-is-shut
aws s3api create-bucket --bucket "$BUCKET" --create-bucket-configuration LocationConstraint=eu-west-1
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0007.jpg" --content-type image/jpeg
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0008.jpg" --content-type image/jpeg
curl -i "http://$BUCKET.s3.eu-west-1.localhost/cakes/o-20261204-0007.jpg"

# step: ten-minutes
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
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" },
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": ["arn:aws:s3:::$BUCKET/wishes/*", "arn:aws:s3:::$BUCKET/greetings/*"]
    }
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

# step: a-picture-comes-in
cat > index.mjs <<'EOT'
// Lends what lies in the drawer. Whoever asks has been checked before: this function only decides what they get.
import { presign } from "./sign.mjs";

const bucket = process.env.BUCKET;

export const handler = async ({ ask, order }) => {
  switch (ask) {
    case "look":
      return { url: presign({ method: "GET", bucket, key: `cakes/${order}.jpg`, seconds: 600 }) };
    case "wish":
      return {
        url: presign({
          method: "PUT", bucket, key: `wishes/${order}.jpg`, seconds: 300, headers: { "content-type": "image/jpeg" },
        }),
      };
    default:
      throw new Error(`nobody here can do this: ${ask}`);
  }
};
EOT
zip function.zip index.mjs sign.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
echo '{"ask": "wish", "order": "o-20261204-0007"}' > wish.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://wish.json out.json
cat out.json

# step: a-form-for-the-fair
cat > index.mjs <<'EOT'
// Lends what lies in the drawer. Whoever asks has been checked before: this function only decides what they get.
import { form, presign } from "./sign.mjs";

const bucket = process.env.BUCKET;

export const handler = async ({ ask, order }) => {
  switch (ask) {
    case "look":
      return { url: presign({ method: "GET", bucket, key: `cakes/${order}.jpg`, seconds: 600 }) };
    case "wish":
      return {
        url: presign({
          method: "PUT", bucket, key: `wishes/${order}.jpg`, seconds: 300, headers: { "content-type": "image/jpeg" },
        }),
      };
    case "greeting":
      return form({
        bucket,
        seconds: 600,
        fields: { key: `greetings/${order}/\${filename}`, "Content-Type": "text/plain" },
        conditions: [
          ["starts-with", "$key", `greetings/${order}/`],
          { "Content-Type": "text/plain" },
          ["content-length-range", 1, 280],
        ],
      });
    default:
      throw new Error(`nobody here can do this: ${ask}`);
  }
};
EOT
zip function.zip index.mjs sign.mjs
aws lambda update-function-code --function-name "$FUNCTION" --zip-file fileb://function.zip
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
echo '{"ask": "greeting", "order": "o-20261204-0007"}' > greeting.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://greeting.json out.json
cat out.json

# step: a-key-of-its-own
KEY_ID=$(aws kms create-key --description "Photographs and wishes" --query KeyMetadata.KeyId --output text)
KEY_ARN=$(aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.Arn --output text)
aws kms create-alias --alias-name "alias/$KEY" --target-key-id "$KEY_ID"
cat > encryption.json <<EOT
{
  "Rules": [
    {
      "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "$KEY_ARN" },
      "BucketKeyEnabled": true
    }
  ]
}
EOT
aws s3api put-bucket-encryption --bucket "$BUCKET" --server-side-encryption-configuration file://encryption.json
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg
cat > drawer.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" },
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": ["arn:aws:s3:::$BUCKET/wishes/*", "arn:aws:s3:::$BUCKET/greetings/*"]
    },
    { "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "$KEY_ARN" }
  ]
}
EOT
aws iam put-role-policy --role-name "$ROLE" --policy-name drawer --policy-document file://drawer.json
cat > clerk.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::$BUCKET/cakes/*" }
  ]
}
EOT
aws iam create-user --user-name "$CLERK"
aws iam put-user-policy --user-name "$CLERK" --policy-name photographs --policy-document file://clerk.json
echo '{"ask": "look", "order": "o-20261204-0009"}' > look.json
aws lambda invoke --function-name "$FUNCTION" --payload fileb://look.json out.json
cat out.json

# step: a-word-at-the-counter
WORD=$(aws kms encrypt --key-id "alias/$KEY" --plaintext fileb://word.txt --encryption-context order=o-20261204-0009 \
  --query CiphertextBlob --output text)
aws s3 cp cake.txt "s3://$BUCKET/cakes/o-20261204-0009.jpg" --content-type image/jpeg --metadata "word=$WORD"

# step: nothing-in-the-clear
cat > in-the-clear.json <<EOT
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::$BUCKET/*",
      "Condition": {
        "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" },
        "Null": { "s3:x-amz-server-side-encryption": "false" }
      }
    },
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::$BUCKET", "arn:aws:s3:::$BUCKET/*"],
      "Condition": { "Bool": { "aws:SecureTransport": "false" } }
    }
  ]
}
EOT
aws s3api put-bucket-policy --bucket "$BUCKET" --policy file://in-the-clear.json
