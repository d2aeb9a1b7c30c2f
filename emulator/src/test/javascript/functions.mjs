// Functions, as a JavaScript program uploads and invokes them. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  PublishVersionCommand,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const settings = { endpoint, maxAttempts: 1 };
const lambda = new LambdaClient(settings);
const iam = new IAMClient(settings);

const { Role } = await iam.send(
  new CreateRoleCommand({
    RoleName: 'worker',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    }),
  }),
);

test('a function is uploaded, waited for and invoked', async () => {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'echo',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: Role.Arn,
      Code: { ZipFile: readFileSync('echo.zip') },
    }),
  );
  await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 10 }, { FunctionName: 'echo' });

  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: 'echo', LogType: 'Tail', Payload: JSON.stringify({ name: 'Grace' }) }),
  );

  assert.deepEqual(JSON.parse(answer.Payload.transformToString()), { hello: 'Grace' });
  assert.equal(answer.ExecutedVersion, '$LATEST');
  assert.match(Buffer.from(answer.LogResult, 'base64').toString(), /REPORT RequestId/);
});

test('a version keeps its number', async () => {
  const { Version, FunctionArn } = await lambda.send(new PublishVersionCommand({ FunctionName: 'echo' }));

  assert.equal(Version, '1');
  assert.match(FunctionArn, /:function:echo:1$/);
});

test('what is not there is not found, in the words of AWS', async () => {
  await assert.rejects(lambda.send(new InvokeCommand({ FunctionName: 'nobody' })), {
    name: 'ResourceNotFoundException',
    message: /^Function not found: arn:aws:lambda:[a-z0-9-]+:111122223333:function:nobody:\$LATEST$/,
  });
});
