// One call of DynamoDB, PutItem, signed with the keys of the function's role (Signature Version 4).
// On AWS the runtime brings the SDK, and `new PutItemCommand({ … })` does all of this. The machine
// that your sandbox is on may have no SDK, so here it is by hand.
import { createHash, createHmac } from "node:crypto";

const { AWS_REGION: region, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: session } = process.env;
const endpoint = new URL(process.env.AWS_ENDPOINT_URL ?? `https://dynamodb.${region}.amazonaws.com`);

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();

export const putItem = async (input) => {
  const body = JSON.stringify(input);
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    host: endpoint.host,
    "x-amz-date": time,
    "x-amz-security-token": session,
    "x-amz-target": "DynamoDB_20120810.PutItem",
  };
  const names = Object.keys(headers).join(";");
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`).join("");
  const request = ["POST", "/", "", lines, names, sha256(body)].join("\n");
  const scope = `${time.slice(0, 8)}/${region}/dynamodb/aws4_request`;
  const key = scope.split("/").reduce(hmac, `AWS4${secret}`);
  const signature = hmac(key, ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n")).toString("hex");
  delete headers.host; // fetch sets it
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    },
    body,
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${answer.__type?.split("#").pop()}: ${answer.message ?? answer.Message}`);
  }
  return answer;
};
