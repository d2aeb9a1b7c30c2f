// What a JavaScript program sees through the AWS SDK. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CreateTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const dynamoDb = new DynamoDBClient({ endpoint, maxAttempts: 1 });

test('a table is there for the waiter that asks next', async () => {
  await dynamoDb.send(
    new CreateTableCommand({
      TableName: 'orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const found = await waitUntilTableExists({ client: dynamoDb, minDelay: 1, maxWaitTime: 30 }, { TableName: 'orders' });

  assert.equal(found.state, 'SUCCESS');
});

test('an item comes back as it was put', async () => {
  const Item = {
    id: { S: 'o-1' },
    total: { N: '12.5' },
    photo: { B: new Uint8Array([0, 1, 255]) },
    lines: { L: [{ M: { bread: { S: 'Brötchen' }, fresh: { BOOL: true } } }] },
  };
  await dynamoDb.send(new PutItemCommand({ TableName: 'orders', Item }));
  const got = await dynamoDb.send(
    new GetItemCommand({ TableName: 'orders', Key: { id: { S: 'o-1' } }, ConsistentRead: true }),
  );

  assert.deepEqual(got.Item, Item);
});

test('a query finds it by its key', async () => {
  const found = await dynamoDb.send(
    new QueryCommand({
      TableName: 'orders',
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': { S: 'o-1' } },
    }),
  );

  assert.equal(found.Count, 1);
  assert.equal(found.Items[0].total.N, '12.5');
});

test('a statement finds it by its key', async () => {
  const found = await dynamoDb.send(
    new ExecuteStatementCommand({ Statement: 'SELECT total FROM "orders" WHERE id = ?', Parameters: [{ S: 'o-1' }] }),
  );

  assert.deepEqual(found.Items, [{ total: { N: '12.5' } }]);
  assert.equal(found.NextToken, undefined);
});

test('a refusal is an exception with its own name', async () => {
  await assert.rejects(dynamoDb.send(new GetItemCommand({ TableName: 'nothing', Key: { id: { S: 'o-1' } } })), {
    name: 'ResourceNotFoundException',
    message: 'Requested resource not found',
  });
});

test('a wrong secret is told what should have been signed', async () => {
  const stranger = new DynamoDBClient({
    endpoint,
    maxAttempts: 1,
    credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: 'not-the-secret' },
  });

  await assert.rejects(stranger.send(new ListTablesCommand({})), {
    name: 'InvalidSignatureException',
    message: /The Canonical String for this request should have been/,
  });
});
