// Roles and temporary credentials, as a JavaScript program meets them. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DynamoDBClient, ListTablesCommand, CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const settings = { endpoint, maxAttempts: 1 };
const iam = new IAMClient(settings);
const sts = new STSClient(settings);
const document = (...statements) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

test('a new user may do nothing, and is told so in the words of AWS', async () => {
  const { User } = await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
  const credentials = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };

  await assert.rejects(new DynamoDBClient({ ...settings, credentials }).send(new ListTablesCommand({})), {
    name: 'AccessDeniedException',
    message: new RegExp(
      `^User: ${User.Arn} is not authorized to perform: dynamodb:ListTables on resource: .* because no identity-based policy allows the dynamodb:ListTables action$`,
    ),
  });
});

test('a role lends what its policy allows, and nothing more', async () => {
  const { Account } = await sts.send(new GetCallerIdentityCommand({}));
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: 'reader',
      AssumeRolePolicyDocument: document({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${Account}:root` },
        Action: 'sts:AssumeRole',
      }),
    }),
  );
  const policy = document({ Effect: 'Allow', Action: 'dynamodb:DescribeTable', Resource: '*' });
  await iam.send(new PutRolePolicyCommand({ RoleName: 'reader', PolicyName: 'read', PolicyDocument: policy }));
  const kept = await iam.send(new GetRolePolicyCommand({ RoleName: 'reader', PolicyName: 'read' }));
  assert.deepEqual(JSON.parse(decodeURIComponent(kept.PolicyDocument)), JSON.parse(policy));
  await new DynamoDBClient(settings).send(
    new CreateTableCommand({
      TableName: 'books',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );

  const { Credentials, AssumedRoleUser } = await sts.send(
    new AssumeRoleCommand({ RoleArn: Role.Arn, RoleSessionName: 'morning' }),
  );
  const credentials = {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  };
  const asRole = new DynamoDBClient({ ...settings, credentials });

  assert.equal(AssumedRoleUser.Arn, `arn:aws:sts::${Account}:assumed-role/reader/morning`);
  assert.ok(Credentials.Expiration > new Date());
  const { Table } = await asRole.send(new DescribeTableCommand({ TableName: 'books' }));
  assert.equal(Table.TableName, 'books');
  await assert.rejects(asRole.send(new ListTablesCommand({})), { name: 'AccessDeniedException' });
});

test('a document that is none is refused as AWS refuses it', async () => {
  await assert.rejects(
    iam.send(
      new PutUserPolicyCommand({
        UserName: 'ann',
        PolicyName: 'broken',
        PolicyDocument: document({ Effect: 'Allow', Resource: '*' }),
      }),
    ),
    { name: 'MalformedPolicyDocumentException', message: 'Policy statement must contain actions.' },
  );
});

test('credentials without their token open nothing', async () => {
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${(await sts.send(new GetCallerIdentityCommand({}))).Account}:role/reader`,
      RoleSessionName: 'noon',
    }),
  );
  const half = { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey };

  await assert.rejects(new STSClient({ ...settings, credentials: half }).send(new GetCallerIdentityCommand({})), {
    name: 'InvalidClientTokenId',
  });
});
