// A WebSocket API, built by the AWS SDK for JavaScript and spoken to by the client `ws`.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateIntegrationResponseCommand,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import WebSocket from 'ws';

const gateway = new ApiGatewayV2Client({});
const endpoint = process.env.AWS_ENDPOINT_URL;
let place;
let management;

before(async () => {
  const api = await gateway.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  assert.equal(api.ApiEndpoint, `wss://${api.ApiId}.execute-api.eu-west-1.amazonaws.com`);
  const mock = await gateway.send(
    new CreateIntegrationCommand({
      ApiId: api.ApiId,
      IntegrationType: 'MOCK',
      RequestTemplates: { 200: '{"statusCode":200}' },
      TemplateSelectionExpression: '200',
    }),
  );
  await gateway.send(
    new CreateIntegrationResponseCommand({
      ApiId: api.ApiId,
      IntegrationId: mock.IntegrationId,
      IntegrationResponseKey: '$default',
      TemplateSelectionExpression: '200',
      ResponseTemplates: { 200: '{"id":"$context.connectionId"}' },
    }),
  );
  for (const key of ['$connect', 'who']) {
    const route = await gateway.send(
      new CreateRouteCommand({
        ApiId: api.ApiId,
        RouteKey: key,
        Target: `integrations/${mock.IntegrationId}`,
        ...(key === 'who' && { RouteResponseSelectionExpression: '$default' }),
      }),
    );
    if (key === 'who') {
      await gateway.send(
        new CreateRouteResponseCommand({
          ApiId: api.ApiId,
          RouteId: route.RouteId,
          RouteResponseKey: '$default',
        }),
      );
    }
  }
  await gateway.send(
    new CreateStageCommand({ ApiId: api.ApiId, StageName: 'prod', AutoDeploy: true }),
  );
  place = `/_aws/execute-api/eu-west-1/${api.ApiId}/prod`;
  management = new ApiGatewayManagementApiClient({ endpoint: endpoint + place });
});

after(() => {
  gateway.destroy();
  management.destroy();
});

async function connect() {
  const socket = new WebSocket(endpoint.replace(/^http/, 'ws') + place);
  await once(socket, 'open');
  return socket;
}

async function hear(socket) {
  const [message] = await once(socket, 'message');
  return message.toString();
}

test('a message is answered', async () => {
  const socket = await connect();
  socket.send(JSON.stringify({ action: 'who' }));

  assert.match(JSON.parse(await hear(socket)).id, /^[\w-]{15}=$/);
  socket.close();
});

test('a message that no route is for is refused', async () => {
  const socket = await connect();
  socket.send('{"action":"what"}');

  const refusal = JSON.parse(await hear(socket));
  assert.equal(refusal.message, 'Forbidden');
  assert.ok(refusal.connectionId);
  assert.ok(refusal.requestId);
  socket.close();
});

test('a backend speaks to a client, looks at it and disconnects it', async () => {
  const socket = await connect();
  socket.send(JSON.stringify({ action: 'who' }));
  const { id } = JSON.parse(await hear(socket));

  const heard = hear(socket);
  await management.send(new PostToConnectionCommand({ ConnectionId: id, Data: 'hello, ä' }));
  assert.equal(await heard, 'hello, ä');
  const known = await management.send(new GetConnectionCommand({ ConnectionId: id }));
  assert.equal(known.Identity.SourceIp, '127.0.0.1');
  const closed = once(socket, 'close');
  await management.send(new DeleteConnectionCommand({ ConnectionId: id }));
  assert.equal((await closed)[0], 1000);
  await assert.rejects(management.send(new GetConnectionCommand({ ConnectionId: id })), {
    name: 'GoneException',
  });
});

test('a stage that is not there refuses the handshake', async () => {
  const socket = new WebSocket(endpoint.replace(/^http/, 'ws') + place.replace(/prod$/, 'dev'));

  const [, response] = await once(socket, 'unexpected-response');
  assert.equal(response.statusCode, 403);
  socket.on('error', () => {});
  socket.terminate();
});
