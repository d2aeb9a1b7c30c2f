// What is lent from a bucket: a link to one object, or a form that a browser sends. Both are signed with the keys of the
// function's role (Signature Version 4), and neither asks S3 for anything. On AWS the runtime brings the SDK, and
// @aws-sdk/s3-request-presigner and @aws-sdk/s3-presigned-post do the same. The machine that your sandbox is on may have
// no SDK, so here it is by hand.
import { createHash, createHmac } from "node:crypto";

const { AWS_REGION: region, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: session } = process.env;
const endpoint = new URL(process.env.ENDPOINT ?? `https://s3.${region}.amazonaws.com`);

const hmac = (key, text) => createHmac("sha256", key).update(text).digest();
const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const home = (bucket) => `${endpoint.protocol}//${bucket}.${endpoint.host}`;

const moment = () => {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return { time, scope: `${time.slice(0, 8)}/${region}/s3/aws4_request` };
};
const sign = (scope, text) => hmac(scope.split("/").reduce(hmac, `AWS4${secret}`), text).toString("hex");

// A link by which whoever has it may do one thing with one object. Whoever sends it has to send `headers` as they stand.
export const presign = ({ method, bucket, key, seconds, headers = {} }) => {
  const { time, scope } = moment();
  const url = new URL(`${home(bucket)}/${key.split("/").map(encode).join("/")}`);
  const signed = { ...headers, host: url.host };
  const names = Object.keys(signed).sort();
  const query = Object.entries({
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${id}/${scope}`,
    "X-Amz-Date": time,
    "X-Amz-Expires": `${seconds}`,
    "X-Amz-Security-Token": session,
    "X-Amz-SignedHeaders": names.join(";"),
  }).map(([name, value]) => `${name}=${encode(value)}`).join("&");
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join("");
  const request = [method, url.pathname, query, lines, names.join(";"), "UNSIGNED-PAYLOAD"].join("\n");
  const digest = createHash("sha256").update(request).digest("hex");
  return `${url}?${query}&X-Amz-Signature=${sign(scope, ["AWS4-HMAC-SHA256", time, scope, digest].join("\n"))}`;
};

// A form: where it goes, and the fields that come before its file. `conditions` is what the policy says besides the bucket
// and who has signed; S3 refuses a field that no condition speaks of.
export const form = ({ bucket, seconds, conditions, fields }) => {
  const { time, scope } = moment();
  const signer = {
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "x-amz-credential": `${id}/${scope}`,
    "x-amz-date": time,
    "x-amz-security-token": session,
  };
  const policy = Buffer.from(JSON.stringify({
    expiration: new Date(Date.now() + seconds * 1000).toISOString(),
    conditions: [{ bucket }, ...conditions, ...Object.entries(signer).map(([name, value]) => ({ [name]: value }))],
  })).toString("base64");
  return { url: `${home(bucket)}/`, fields: { ...fields, ...signer, policy, "x-amz-signature": sign(scope, policy) } };
};
