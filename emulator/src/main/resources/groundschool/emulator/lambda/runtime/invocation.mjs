// One event: the context that the handler is given, the kinds of handlers that there are, and what becomes of their answers.
import { Writable } from 'node:stream';

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
const isLegacy = !/nodejs(2[4-9]|[3-9]\d)\./.test(process.env.AWS_EXECUTION_ENV ?? '');
const PRELUDE_END = Buffer.alloc(8);

globalThis.awslambda = {
    streamifyResponse: (handler) => {
        handler[STREAMING] = 'response';
        return handler;
    },
    HttpResponseStream: {
        /** Begins with status and headers, which whoever answers HTTP takes off again. */
        from: (stream, prelude) => {
            stream.setContentType('application/vnd.awslambda.http-integration-response');
            stream.write(JSON.stringify(prelude));
            stream.write(PRELUDE_END);
            return stream;
        },
    },
};

export const isStreaming = (handler) => handler[STREAMING] !== undefined;

/** What a streaming handler writes to: it is sent as it is written. */
class ResponseStream extends Writable {
    #request;
    #contentType = 'application/octet-stream';
    #failure;

    constructor(start) {
        super({ highWaterMark: 64 * 1024 });
        this.done = new Promise((resolve, reject) => {
            this.once('begin', () => start(this).then(resolve, reject));
        });
    }

    setContentType(type) {
        this.#contentType = type;
    }

    attach(request) {
        request.setHeader('Content-Type', this.#contentType);
        request.setHeader('Trailer', 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body');
        this.#request = request;
        request.flushHeaders();
    }

    #begun() {
        if (!this.#request) {
            this.emit('begin');
        }
        return this.#request;
    }

    get hasBegun() {
        return this.#request !== undefined;
    }

    fail(told) {
        this.#failure = told;
        this.end();
    }

    _write(chunk, encoding, callback) {
        this.#begun().write(chunk, encoding, callback);
    }

    _final(callback) {
        const request = this.#begun();
        if (this.#failure) {
            request.addTrailers({
                'Lambda-Runtime-Function-Error-Type': this.#failure.errorType,
                'Lambda-Runtime-Function-Error-Body': Buffer.from(JSON.stringify(this.#failure)).toString('base64'),
            });
        }
        request.end(callback);
    }
}

const contextOf = (headers) => {
    const deadline = Number(headers['lambda-runtime-deadline-ms']);
    const parsed = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined);
    return {
        callbackWaitsForEmptyEventLoop: true,
        functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
        functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
        memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
        logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
        logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
        clientContext: parsed('lambda-runtime-client-context'),
        identity: parsed('lambda-runtime-cognito-identity'),
        invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
        awsRequestId: headers['lambda-runtime-aws-request-id'],
        getRemainingTimeInMillis: () => deadline - Date.now(),
    };
};

const json = (result) => {
    try {
        return JSON.stringify(result === undefined ? null : result) ?? 'null';
    } catch (error) {
        const fault = new Error(`Unable to stringify response body: ${error.message}`);
        fault.name = 'Runtime.MarshalError';
        throw fault;
    }
};

/** Handlers of before Node.js 24, which may answer by a callback or by the context. */
const legacy = (handler, event, context) =>
    new Promise((resolve, reject) => {
        let isAnswered = false;
        const settle = (waits, act) => {
            if (isAnswered) {
                return;
            }
            isAnswered = true;
            if (waits && context.callbackWaitsForEmptyEventLoop) {
                process.removeListener('beforeExit', nothing);
                process.once('beforeExit', act);
            } else {
                process.removeListener('beforeExit', nothing);
                setImmediate(act);
            }
        };
        const nothing = () => settle(false, () => resolve(null));
        const callback = (error, result) =>
            settle(true, () => (error === undefined || error === null ? resolve(result) : reject(error)));
        context.done = (error, result) => {
            context.callbackWaitsForEmptyEventLoop = false;
            callback(error, result);
        };
        context.succeed = (result) => context.done(null, result);
        context.fail = (error) => context.done(error ?? 'handled', undefined);
        process.once('beforeExit', nothing);
        const result = handler(event, context, callback);
        if (typeof result?.then === 'function') {
            result.then(
                (value) => settle(false, () => resolve(value)),
                (error) => settle(false, () => reject(error)),
            );
        }
    });

/**
 * @param next the answer of the runtime API with the event
 * @param start sends a streamed answer
 * @returns the answer as JSON; undefined if it has been streamed
 */
export const answerTo = async (handler, next, start) => {
    const event = JSON.parse(next.body.toString('utf8'));
    const context = contextOf(next.headers);
    if (isStreaming(handler)) {
        const stream = new ResponseStream(start);
        try {
            await handler(event, stream, context);
        } catch (error) {
            if (!stream.hasBegun) {
                throw error;
            }
            const { describe } = await import('./log.mjs');
            console.error('Invoke Error', `\t${describe(error, 'stack')}`);
            stream.fail(describe(error, 'trace'));
        }
        if (!stream.writableEnded) {
            stream.end();
        }
        await stream.done;
        return undefined;
    }
    if (isLegacy) {
        return json(await legacy(handler, event, context));
    }
    delete context.callbackWaitsForEmptyEventLoop;
    return json(await handler(event, context));
};

/** From Node.js 24 on there are no callbacks. */
export const refuseCallbacks = (handler) => {
    if (!isLegacy && !isStreaming(handler) && handler.length >= 3) {
        const error = new Error(
            'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. ' +
                'You need to modify this function to use a supported handler signature to use Node.js 24 or later. ' +
                'For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
        );
        error.name = 'Runtime.CallbackHandlerDeprecated';
        throw error;
    }
    return handler;
};
