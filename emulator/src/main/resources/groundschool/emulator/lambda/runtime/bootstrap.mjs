// Runs a function of Node.js: takes events from Lambda's runtime API, hands them to the handler, and sends back what it
// answers. Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import { Connection } from './connection.mjs';
import { answerTo, isStreaming, refuseCallbacks } from './invocation.mjs';
import { load } from './handler.mjs';
import { describe, patchConsole, markEnd, setRequestId } from './log.mjs';

const sockets = process.argv.slice(2);
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const target = sockets.length > 0 ? { path: sockets[0].split('=')[1] } : { host, port: Number(port) };
const api = new Connection(target);

/** Sends an answer as it comes, over a connection of its own. Only functions that stream pay for loading HTTP. */
const streamer = async () => {
    const { default: http } = await import('node:http');
    const { path: socketPath, ...address } = target;
    return (id, answer) =>
        new Promise((resolve, reject) => {
            const path = `/2018-06-01/runtime/invocation/${id}/response`;
            const request = http.request({ ...address, socketPath, agent: false, method: 'POST', path }, (response) => {
                response.resume();
                response.on('end', resolve);
                response.on('error', reject);
            });
            request.on('error', reject);
            request.setHeader('Lambda-Runtime-Function-Response-Mode', 'streaming');
            answer.attach(request);
        });
};

const typed = (told) => `Lambda-Runtime-Function-Error-Type: ${told.errorType.replaceAll(/[^\x20-\x7e]/g, '?')}\r\n`;

let current;

/** Tells Lambda of an error that nobody caught, and ends. */
const giveUp = (status, what) => (reason) => {
    const error = what === 'Uncaught Exception' ? reason : unhandled(reason);
    console.error(what, `\t${describe(error, 'stack')}`);
    markEnd();
    const told = describe(error, 'trace');
    const path = current ? `invocation/${current}/error` : 'init/error';
    // The other connection may be one over which the next event is waited for.
    new Connection(target).post(path, JSON.stringify(told), typed(told)).finally(() => process.exit(status));
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
    const stream = isStreaming(handler) ? await streamer() : undefined;
    markEnd();
    let asked = api.ask('GET', 'invocation/next');
    for (;;) {
        const next = await asked;
        if (next.status !== 200) {
            process.exit(0);
        }
        const id = next.headers['lambda-runtime-aws-request-id'];
        current = id;
        setRequestId(id);
        process.env._X_AMZN_TRACE_ID = next.headers['lambda-runtime-trace-id'] ?? '';
        try {
            const answer = await answerTo(handler, next, (answered) => stream(id, answered));
            markEnd();
            if (answer !== undefined) {
                quietly(api.post(`invocation/${id}/response`, answer));
            }
        } catch (error) {
            console.error('Invoke Error', `\t${describe(error, 'stack')}`);
            markEnd();
            const fault = describe(error, 'trace');
            quietly(api.post(`invocation/${id}/error`, JSON.stringify(fault), typed(fault)));
        }
        current = undefined;
        // In one piece with the answer: nothing that it is answered with would change what comes next.
        asked = api.ask('GET', 'invocation/next');
    }
};

/** Whoever asks for the next event hears of a connection that has ended. */
const quietly = (sent) => sent.catch(() => {});

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
