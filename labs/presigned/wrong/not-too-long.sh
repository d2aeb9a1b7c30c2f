# As long as they like.
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
