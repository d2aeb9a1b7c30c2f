// A REST API in front of a function, as a JavaScript program builds, calls and changes it. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { AddPermissionCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const settings = { endpoint, maxAttempts: 1 };
const gateway = new APIGatewayClient(settings);
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
const { FunctionArn } = await lambda.send(
  new CreateFunctionCommand({
    FunctionName: 'answers',
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: Role.Arn,
    Code: { ZipFile: readFileSync('answers.zip') },
  }),
);
const api = await gateway.send(new CreateRestApiCommand({ name: 'shop' }));
const stage = `${endpoint}/_aws/execute-api/eu-west-1/${api.id}/dev`;

test('a function answers at a stage once it may be called', async () => {
  const orders = await gateway.send(
    new CreateResourceCommand({ restApiId: api.id, parentId: api.rootResourceId, pathPart: 'orders' }),
  );
  const method = { restApiId: api.id, resourceId: orders.id, httpMethod: 'POST' };
  await gateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await gateway.send(
    new PutIntegrationCommand({
      ...method,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${FunctionArn}/invocations`,
    }),
  );
  await gateway.send(new CreateDeploymentCommand({ restApiId: api.id, stageName: 'dev' }));
  const order = () => fetch(`${stage}/orders?n=2`, { method: 'POST', body: '{"sku":"a"}' });

  assert.equal((await order()).status, 500);

  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'answers',
      StatementId: 'api',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:eu-west-1:111122223333:${api.id}/*/POST/orders`,
    }),
  );
  const answer = await order();

  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('x-made'), 'yes');
  assert.deepEqual(await answer.json(), { method: 'POST', n: '2', body: '{"sku":"a"}' });
});

test('lists are read as AWS names them', async () => {
  const { items } = await gateway.send(new GetResourcesCommand({ restApiId: api.id }));

  assert.deepEqual(items.map((each) => each.path), ['/', '/orders']);
});

test('a stage takes patches', async () => {
  const changed = await gateway.send(
    new UpdateStageCommand({
      restApiId: api.id,
      stageName: 'dev',
      patchOperations: [{ op: 'replace', path: '/*/*/throttling/rateLimit', value: '5' }],
    }),
  );

  assert.equal(changed.methodSettings['*/*'].throttlingRateLimit, 5);
});

test('what is not there is told in the words of AWS', async () => {
  await assert.rejects(gateway.send(new GetRestApiCommand({ restApiId: 'nothing' })), {
    name: 'NotFoundException',
    message: 'Invalid API identifier specified 111122223333:nothing',
  });
  const nothing = await fetch(`${stage}/nothing`);
  assert.equal(nothing.status, 403);
  assert.deepEqual(await nothing.json(), { message: 'Missing Authentication Token' });
});
