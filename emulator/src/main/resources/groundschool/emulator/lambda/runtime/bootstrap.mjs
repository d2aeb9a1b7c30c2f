// Runs a function of Node.js: takes events from Lambda's runtime API, hands them to the handler, and sends back what it
// answers. Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import http from 'node:http';
import { answerTo, refuseCallbacks } from './invocation.mjs';
import { load } from './handler.mjs';
import { describe, patchConsole, markEnd, setRequestId } from './log.mjs';

const sockets = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const target = sockets.length > 0 ? { socketPath: sockets[0].split('=')[1] } : { host, port: Number(port) };

/** One request to the runtime API. A body that is a stream is sent as it comes. */
const ask = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
        const request = http.request({ ...target, agent, method, path: `/2018-06-01/runtime/${path}`, headers }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
            response.on('error', reject);
        });
        request.on('error', reject);
        if (body?.pipe) {
            request.setHeader('Lambda-Runtime-Function-Response-Mode', 'streaming');
            body.attach(request);
        } else {
            request.end(body);
        }
    });

const post = (path, text, headers) =>
    ask('POST', path, text, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ...headers });

let current;

/** Tells Lambda of an error that nobody caught, and ends. */
const giveUp = (status, what) => (reason) => {
    const error = what === 'Uncaught Exception' ? reason : unhandled(reason);
    console.error(what, `\t${describe(error, 'stack')}`);
    const told = describe(error, 'trace');
    const path = current ? `invocation/${current}/error` : 'init/error';
    post(path, JSON.stringify(told), { 'Lambda-Runtime-Function-Error-Type': told.errorType }).finally(() => process.exit(status));
};

const unhandled = (reason) => {
    const error = new Error(String(reason));
    error.name = 'Runtime.UnhandledPromiseRejection';
    error.reason = reason;
    if (reason?.stack) {
        error.stack = `Runtime.UnhandledPromiseRejection: ${reason.stack}`;
    }
    return error;
};

patchConsole();
process.on('uncaughtException', giveUp(129, 'Uncaught Exception'));
process.on('unhandledRejection', giveUp(128, 'Unhandled Promise Rejection'));

const serve = async (handler) => {
    for (;;) {
        const next = await ask('GET', 'invocation/next');
        if (next.status !== 200) {
            process.exit(0);
        }
        current = next.headers['lambda-runtime-aws-request-id'];
        setRequestId(current);
        process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'] ?? '';
        const id = current;
        try {
            const answer = await answerTo(handler, next, (stream) => ask('POST', `invocation/${id}/response`, stream));
            markEnd();
            if (answer !== undefined) {
                await post(`invocation/${id}/response`, answer);
            }
        } catch (error) {
            console.error('Invoke Error', `\t${describe(error, 'stack')}`);
            markEnd();
            const told = describe(error, 'trace');
            await post(`invocation/${id}/error`, JSON.stringify(told), { 'Lambda-Runtime-Function-Error-Type': told.errorType });
        }
        current = undefined;
    }
};

let handler;
try {
    if (sockets.length > 0) {
        await (await import('./relay.mjs')).listen(sockets);
    }
    handler = refuseCallbacks(await load(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER));
} catch (error) {
    await giveUp(129, 'Uncaught Exception')(error);
}
if (handler) {
    serve(handler).catch(() => process.exit(1));
}
