// Takes an order from the shop's page and writes it into the book.
import { putItem } from "./put-item.mjs";

export const handler = async (event) => {
  const customerId = event.requestContext.authorizer.claims.sub;
  const { lines, pickupDay } = JSON.parse(event.body);
  const placedAt = new Date(event.requestContext.requestTimeEpoch);
  const day = placedAt.toISOString().slice(0, 10).replaceAll("-", "");
  const orderId = `o-${day}-${event.requestContext.requestId.slice(0, 8)}`;
  await putItem({
    TableName: process.env.TABLE_NAME,
    Item: {
      customerId: { S: customerId },
      orderId: { S: orderId },
      status: { S: "placed" },
      pickupDay: { S: pickupDay },
      lines: { L: lines.map(({ product, quantity }) => ({ M: { product: { S: product }, quantity: { N: `${quantity}` } } })) },
    },
  });
  return { orderId, status: "placed" };
};
