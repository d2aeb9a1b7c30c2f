// Managed login, as a standard client of OpenID Connect meets it. The environment gives the endpoint and the keys.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, test } from 'node:test';
import {
  AdminConfirmSignUpCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as openid from 'openid-client';

const endpoint = process.env.AWS_ENDPOINT_URL;
assert.ok(endpoint, 'no client is started without an endpoint');

const sdk = new CognitoIdentityProviderClient({ endpoint, maxAttempts: 1 });
const password = 'Correct-horse-1';
const back = 'http://localhost:3000/back';
let issuer;
let clientId;

before(async () => {
  const { UserPool } = await sdk.send(new CreateUserPoolCommand({ PoolName: 'people' }));
  issuer = new URL(`https://cognito-idp.${UserPool.Id.split('_')[0]}.amazonaws.com/${UserPool.Id}`);
  await sdk.send(new CreateUserPoolDomainCommand({ UserPoolId: UserPool.Id, Domain: 'books' }));
  const { UserPoolClient } = await sdk.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool.Id,
      ClientName: 'web',
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      CallbackURLs: [back],
      SupportedIdentityProviders: ['COGNITO'],
    }),
  );
  clientId = UserPoolClient.ClientId;
  await sdk.send(
    new SignUpCommand({
      ClientId: clientId,
      Username: 'ada',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    }),
  );
  await sdk.send(new AdminConfirmSignUpCommand({ UserPoolId: UserPool.Id, Username: 'ada' }));
});

// AWS's names and those below localhost all mean the emulator here, whether the machine resolves them or not. It goes by its own.
const emulated = (url, { method = 'GET', headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(endpoint);
    const { hostname: name, host: wanted, pathname, search } = new URL(url);
    const host = name.endsWith('.localhost') ? wanted : new URL(endpoint).host;
    const names = headers instanceof Headers ? Object.fromEntries(headers) : headers;
    const call = request({ hostname, port, method, path: pathname + search, headers: { ...names, host } }, async (answer) => {
      const chunks = [];
      for await (const chunk of answer) {
        chunks.push(chunk);
      }
      const answered = new Headers();
      for (let i = 0; i < answer.rawHeaders.length; i += 2) {
        answered.append(answer.rawHeaders[i], answer.rawHeaders[i + 1]);
      }
      const empty = [204, 304].includes(answer.statusCode);
      resolve(new Response(empty ? null : Buffer.concat(chunks), { status: answer.statusCode, headers: answered }));
    });
    call.on('error', reject);
    call.end(body === undefined || body === null ? undefined : body.toString());
  });

// A browser that knows cookies, redirects and the first form of a page.
const cookies = new Map();

const visit = async (url, form) => {
  const answer = await emulated(url, {
    method: form ? 'POST' : 'GET',
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form && new URLSearchParams(form),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
    cookies.set(name, value);
  }
  const location = answer.headers.get('location');
  if (!location) {
    return { url, html: await answer.text() };
  }
  const next = new URL(location, url);
  return next.href.startsWith(back) ? { url: next } : visit(next);
};

const unescaped = (html) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

const signIn = async (url) => {
  const page = await visit(url);
  const action = unescaped(page.html.match(/<form method="post" action="([^"]*)"/)[1]);
  const csrf = unescaped(page.html.match(/name="_csrf" value="([^"]*)"/)[1]);
  return visit(new URL(action, page.url), { _csrf: csrf, username: 'ada', password });
};

test('a standard client signs somebody in by code with PKCE, asks who it is, refreshes and revokes', async () => {
  const config = await openid.discovery(issuer, clientId, undefined, openid.None(), { [openid.customFetch]: emulated });
  openid.allowInsecureRequests(config);
  assert.equal(config.serverMetadata().issuer, issuer.href);

  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const expectedNonce = openid.randomNonce();
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: 'openid email',
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  const { url } = await signIn(address);
  const tokens = await openid.authorizationCodeGrant(config, url, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true });
  const claims = tokens.claims();
  assert.equal(claims['cognito:username'], 'ada');
  assert.equal(claims.email, 'ada@example.com');

  const known = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
  assert.equal(known.email, 'ada@example.com');
  assert.equal(known.username, 'ada');

  const again = await openid.refreshTokenGrant(config, tokens.refresh_token);
  assert.equal(again.claims().sub, claims.sub);

  await openid.tokenRevocation(config, tokens.refresh_token);
  await assert.rejects(openid.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
});

test('a code that was intercepted is worth nothing without its verifier', async () => {
  const config = await openid.discovery(issuer, clientId, undefined, openid.None(), { [openid.customFetch]: emulated });
  openid.allowInsecureRequests(config);
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: 'openid',
    code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
  });
  cookies.clear();
  const { url } = await signIn(address);

  await assert.rejects(openid.authorizationCodeGrant(config, url, { pkceCodeVerifier: openid.randomPKCECodeVerifier() }), {
    error: 'invalid_grant',
  });
});
