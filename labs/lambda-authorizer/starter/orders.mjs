// What the hotel sees. Who is asking, the authorizer has found out.
export const handler = async (event) => {
  const { customerId } = event.requestContext.authorizer;
  const page = event.path.endsWith("/bill") ? "the bill of" : "the orders of";
  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ page: `${page} ${customerId}` }),
  };
};
