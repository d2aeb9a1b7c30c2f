// What a JavaScript program sees through the document client, which most programs use: plain values instead of typed ones.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  NumberValue,
  paginateQuery,
  paginateScan,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const dynamoDb = new DynamoDBClient({ endpoint, maxAttempts: 1 });
const documents = DynamoDBDocumentClient.from(dynamoDb, { marshallOptions: { removeUndefinedValues: true } });
const TableName = 'shelf';

before(async () => {
  await dynamoDb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'author', AttributeType: 'S' },
        { AttributeName: 'year', AttributeType: 'N' },
        { AttributeName: 'genre', AttributeType: 'S' },
        { AttributeName: 'pages', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'author', KeyType: 'HASH' },
        { AttributeName: 'year', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-genre',
          Projection: { ProjectionType: 'ALL' },
          KeySchema: [
            { AttributeName: 'genre', KeyType: 'HASH' },
            { AttributeName: 'year', KeyType: 'RANGE' },
            { AttributeName: 'pages', KeyType: 'RANGE' },
          ],
        },
      ],
    }),
  );
  await waitUntilTableExists({ client: dynamoDb, minDelay: 1, maxWaitTime: 30 }, { TableName });
});

test('a document comes back as it was put', async () => {
  const Item = {
    author: 'Austen',
    year: 1815,
    title: 'Emma',
    tags: new Set(['novel', 'comedy']),
    sizes: new Set([1, 2.5]),
    cover: new Uint8Array([0, 1, 255]),
    chapters: [{ name: 'I', read: true, note: null }, 'loose'],
  };
  await documents.send(new PutCommand({ TableName, Item: { ...Item, lost: undefined } }));

  const got = await documents.send(new GetCommand({ TableName, Key: { author: 'Austen', year: 1815 } }));

  assert.deepEqual(got.Item, Item);
});

test('a number that JavaScript cannot hold keeps its digits', async () => {
  const exact = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, maxAttempts: 1 }), {
    unmarshallOptions: { wrapNumbers: true },
  });
  const digits = '12345678901234567890123456789012345678';
  await exact.send(
    new PutCommand({ TableName, Item: { author: 'Exact', year: 1, worth: NumberValue.from(digits) } }),
  );

  const got = await exact.send(new GetCommand({ TableName, Key: { author: 'Exact', year: 1 } }));

  assert.equal(got.Item.worth.value, digits);
});

test('an update gives what it made, and refuses what a condition forbids', async () => {
  const Key = { author: 'Counter', year: 1 };
  const update = {
    TableName,
    Key,
    UpdateExpression: 'ADD hits :one SET #s = if_not_exists(#s, :none)',
    ExpressionAttributeNames: { '#s': 'seen' },
    ExpressionAttributeValues: { ':one': 1, ':none': [] },
    ReturnValues: 'ALL_NEW',
  };
  await documents.send(new UpdateCommand(update));
  const twice = await documents.send(new UpdateCommand(update));

  assert.deepEqual(twice.Attributes, { ...Key, hits: 2, seen: [] });
  await assert.rejects(
    documents.send(
      new DeleteCommand({
        TableName,
        Key,
        ConditionExpression: 'hits > :most',
        ExpressionAttributeValues: { ':most': 5 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
    (refusal) =>
      refusal.name === 'ConditionalCheckFailedException' &&
      refusal.message === 'The conditional request failed' &&
      refusal.Item.hits.N === '2',
  );
});

test('pages of a batch follow each other, in a query, a scan and an index of several attributes', async () => {
  const books = Array.from({ length: 25 }, (_, n) => ({
    author: 'Verne',
    year: 1863 + n,
    genre: n % 2 ? 'sea' : 'land',
    pages: 100 + (n % 3),
  }));
  await documents.send(
    new BatchWriteCommand({ RequestItems: { [TableName]: books.map((Item) => ({ PutRequest: { Item } })) } }),
  );

  const read = [];
  const query = {
    TableName,
    KeyConditionExpression: 'author = :author',
    ExpressionAttributeValues: { ':author': 'Verne' },
  };
  for await (const page of paginateQuery({ client: documents, pageSize: 7 }, query)) {
    read.push(...page.Items);
  }
  assert.deepEqual(read, books);

  const scanned = [];
  for await (const page of paginateScan({ client: documents, pageSize: 4 }, { TableName, IndexName: 'by-genre' })) {
    scanned.push(...page.Items);
  }
  assert.equal(scanned.length, 25);

  const indexed = await documents.send(
    new QueryCommand({
      TableName,
      IndexName: 'by-genre',
      KeyConditionExpression: 'genre = :g AND #y = :y AND pages BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#y': 'year' },
      ExpressionAttributeValues: { ':g': 'sea', ':y': 1864, ':a': 100, ':b': 101 },
    }),
  );
  assert.deepEqual(indexed.Items, [books[1]]);

  const batch = await documents.send(
    new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [{ author: 'Verne', year: 1870 }] } } }),
  );
  assert.deepEqual(batch.Responses[TableName], [books[7]]);
});

test('a transaction is written as a whole or not at all', async () => {
  const put = (year, more) => ({ Put: { TableName, Item: { author: 'Acid', year }, ...more } });
  await documents.send(new TransactWriteCommand({ TransactItems: [put(1), put(2)] }));

  await assert.rejects(
    documents.send(
      new TransactWriteCommand({
        TransactItems: [put(3), put(1, { ConditionExpression: 'attribute_not_exists(author)' })],
      }),
    ),
    (refusal) =>
      refusal.name === 'TransactionCanceledException' &&
      refusal.CancellationReasons.map((reason) => reason.Code).join() === 'None,ConditionalCheckFailed',
  );

  const got = await documents.send(
    new TransactGetCommand({
      TransactItems: [1, 3].map((year) => ({ Get: { TableName, Key: { author: 'Acid', year } } })),
    }),
  );
  assert.deepEqual(
    got.Responses.map((response) => response.Item),
    [{ author: 'Acid', year: 1 }, undefined],
  );
});
