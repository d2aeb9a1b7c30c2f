// How many of each product the ovens have to make for a list of orders.
export const handler = async (event) => {
  const bake = {};
  for (const order of event.orders) {
    for (const { product, quantity } of order.lines) {
      bake[product] = (bake[product] ?? 0) + quantity;
    }
  }
  return bake;
};
