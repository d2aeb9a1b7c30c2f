// Tells the printer in the back office whom to welcome.
export const handler = async (event) => {
  for (const record of event.Records) {
    const customer = record.dynamodb.NewImage;
    console.log(`welcome ${customer.customerId.S} ${customer.name.S}`);
  }
};
