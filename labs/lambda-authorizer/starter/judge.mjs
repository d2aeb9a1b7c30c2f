// Decides whether a token opens the door: CUSTOMER.END.SIGNATURE, END in seconds since 1970.
import { createHmac, timingSafeEqual } from "node:crypto";

const signature = (text) => createHmac("sha256", process.env.SECRET).update(text).digest("hex").slice(0, 32);

export const handler = async ({ authorizationToken, methodArn }) => {
  console.log(`asked about ${methodArn}`);
  const [customerId = "", end = "", signed = ""] = authorizationToken.split(".");
  const right = Buffer.from(signature(`${customerId}.${end}`));
  const given = Buffer.from(signed);
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new Error("Unauthorized"); // the one message that becomes a 401
  }
  const Effect = Number(end) * 1000 > Date.now() ? "Allow" : "Deny";
  return {
    principalId: customerId,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect, Action: "execute-api:Invoke", Resource: methodArn }],
    },
    context: { customerId },
  };
};
