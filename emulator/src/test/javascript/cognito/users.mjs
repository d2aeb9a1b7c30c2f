// User pools, as the AWS SDK for JavaScript and amazon-cognito-identity-js meet them. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminListDevicesCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } from 'amazon-cognito-identity-js';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const sdk = new CognitoIdentityProviderClient({ endpoint, maxAttempts: 1 });
const password = 'Correct-horse-1';
const memory = new Map();
const Storage = {
  setItem: (key, value) => memory.set(key, value),
  getItem: (key) => memory.get(key) ?? null,
  removeItem: (key) => memory.delete(key),
  clear: () => memory.clear(),
};
let poolId;
let clientId;
let pool;

before(async () => {
  const { UserPool } = await sdk.send(new CreateUserPoolCommand({ PoolName: 'people', AutoVerifiedAttributes: ['email'] }));
  poolId = UserPool.Id;
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  clientId = UserPoolClient.ClientId;
  pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint, Storage });
});

const user = (Username) => new CognitoUser({ Username, Pool: pool, Storage });

const signIn = (Username, Password, newPassword) =>
  new Promise((resolve, reject) => {
    const who = user(Username);
    who.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess: (session) => resolve({ who, session }),
      onFailure: reject,
      newPasswordRequired: () =>
        who.completeNewPasswordChallenge(newPassword, {}, { onSuccess: (session) => resolve({ who, session }), onFailure: reject }),
    });
  });

const signUp = (name) =>
  new Promise((resolve, reject) =>
    pool.signUp(name, password, [new CognitoUserAttribute({ Name: 'email', Value: `${name}@example.com` })], null, (error, result) =>
      error ? reject(error) : resolve(result),
    ),
  );

test('the SDK signs somebody up and in without any key', async () => {
  const anybody = new CognitoIdentityProviderClient({
    endpoint,
    maxAttempts: 1,
    credentials: async () => assert.fail('no signature is wanted'),
  });
  const { UserConfirmed, CodeDeliveryDetails } = await anybody.send(
    new SignUpCommand({
      ClientId: clientId,
      Username: 'eve',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: 'eve@example.com' }],
    }),
  );
  assert.equal(UserConfirmed, false);
  assert.deepEqual(CodeDeliveryDetails, { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'e***@e***' });
  await sdk.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username: 'eve' }));
  const { AuthenticationResult } = await anybody.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'eve', PASSWORD: password },
    }),
  );
  const { Username } = await anybody.send(new GetUserCommand({ AccessToken: AuthenticationResult.AccessToken }));
  assert.equal(Username, 'eve');
});

test('amazon-cognito-identity-js signs in by SRP, with tokens that a standard library verifies', async () => {
  const { userSub } = await signUp('ada');
  await sdk.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username: 'ada' }));

  const { session } = await signIn('ada', password);

  assert.ok(session.isValid());
  const keys = createRemoteJWKSet(new URL(`${endpoint}/${poolId}/.well-known/jwks.json`));
  const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`;
  const id = await jwtVerify(session.getIdToken().getJwtToken(), keys, { issuer, audience: clientId });
  assert.equal(id.payload.sub, userSub);
  assert.equal(id.payload['cognito:username'], 'ada');
  const access = await jwtVerify(session.getAccessToken().getJwtToken(), keys, { issuer });
  assert.equal(access.payload.client_id, clientId);
});

test('amazon-cognito-identity-js is refused with a wrong password', async () => {
  await assert.rejects(signIn('ada', 'Wrong-1-word'), { code: 'NotAuthorizedException', message: 'Incorrect username or password.' });
});

test('amazon-cognito-identity-js refreshes, reads and signs out everywhere', async () => {
  const { who, session } = await signIn('ada', password);
  const fresh = await new Promise((resolve, reject) =>
    who.refreshSession(session.getRefreshToken(), (error, result) => (error ? reject(error) : resolve(result))),
  );
  assert.ok(fresh.isValid());
  const attributes = await new Promise((resolve, reject) =>
    who.getUserAttributes((error, result) => (error ? reject(error) : resolve(result))),
  );
  assert.ok(attributes.some((each) => each.getName() === 'email' && each.getValue() === 'ada@example.com'));
  await new Promise((onSuccess, onFailure) => who.globalSignOut({ onSuccess, onFailure }));
  await assert.rejects(sdk.send(new GetUserCommand({ AccessToken: fresh.getAccessToken().getJwtToken() })), {
    name: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  });
});

test('amazon-cognito-identity-js chooses a new password where one was given', async () => {
  await sdk.send(new AdminCreateUserCommand({ UserPoolId: poolId, Username: 'bob', TemporaryPassword: 'Temporary-1' }));

  const { session } = await signIn('bob', 'Temporary-1', password);

  assert.ok(session.isValid());
  assert.ok((await signIn('bob', password)).session.isValid());
});

test('amazon-cognito-identity-js has its device known, which then stands for a second factor', async () => {
  const { UserPool } = await sdk.send(
    new CreateUserPoolCommand({
      PoolName: 'devices',
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
    }),
  );
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool.Id,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  );
  const known = new CognitoUserPool({ UserPoolId: UserPool.Id, ClientId: UserPoolClient.ClientId, endpoint, Storage });
  await sdk.send(new AdminCreateUserCommand({ UserPoolId: UserPool.Id, Username: 'dora', TemporaryPassword: 'Temporary-1' }));
  await sdk.send(
    new AdminSetUserPasswordCommand({ UserPoolId: UserPool.Id, Username: 'dora', Password: password, Permanent: true }),
  );
  const again = () =>
    new Promise((resolve, reject) => {
      const who = new CognitoUser({ Username: 'dora', Pool: known, Storage });
      who.authenticateUser(new AuthenticationDetails({ Username: 'dora', Password: password }), {
        onSuccess: (session) => resolve(session),
        onFailure: reject,
      });
    });

  const first = await again();
  const { Devices } = await sdk.send(new AdminListDevicesCommand({ UserPoolId: UserPool.Id, Username: 'dora' }));
  const second = await again();

  assert.equal(Devices.length, 1);
  const key = Devices[0].DeviceKey;
  assert.equal(first.getAccessToken().decodePayload().device_key, key);
  assert.equal(second.getAccessToken().decodePayload().device_key, key);
  const after = await sdk.send(new AdminListDevicesCommand({ UserPoolId: UserPool.Id, Username: 'dora' }));
  assert.equal(after.Devices.length, 1);
});
