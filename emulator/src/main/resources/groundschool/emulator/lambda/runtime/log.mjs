// How Lambda logs: each call of console.* is one event, with the time, the request and the level.
import { formatWithOptions } from 'node:util';
import { writeSync } from 'node:fs';

let requestId;

export const setRequestId = (id) => {
    requestId = id;
};

/** Writes all of a text, however full the pipe is. */
const write = (text) => {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
        try {
            rest = rest.subarray(writeSync(1, rest));
        } catch (error) {
            if (error.code !== 'EAGAIN') {
                return;
            }
        }
    }
};

const text = (level, parts) => {
    const message = formatWithOptions({}, ...parts).replaceAll('\n', '\r');
    write(`${new Date().toISOString()}\t${requestId}\t${level}\t${message}\n`);
};

const RANKS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const least = Math.max(0, RANKS.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL));

const errorOf = (error) => ({
    errorType: error.name ?? 'UnknownError',
    errorMessage: error.message,
    stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : [],
});

const withoutErrors = (_, value) => (value instanceof Error ? { ...value, ...errorOf(value) } : value);

/** One object in one line: of a single part it is the message itself, of several their text. */
const json = (level, parts) => {
    if (RANKS.indexOf(level) < least) {
        return;
    }
    const event = { timestamp: new Date().toISOString(), level, requestId };
    try {
        event.message = parts.length === 1 ? parts[0] : formatWithOptions({}, ...parts);
        const error = parts.length > 1 ? parts.find((part) => part instanceof Error) : undefined;
        write(`${JSON.stringify({ ...event, ...(error ? errorOf(error) : {}) }, withoutErrors)}\n`);
    } catch {
        write(`${JSON.stringify({ ...event, message: formatWithOptions({}, ...parts) })}\n`);
    }
};

const line = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON' ? json : text;

const LEVELS = { trace: 'TRACE', debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR', fatal: 'FATAL' };

export const patchConsole = () => {
    for (const [name, level] of Object.entries(LEVELS)) {
        console[name] = (...parts) => line(level, parts);
    }
};

/** Tells the log that all which belongs to this invocation has been written. */
export const markEnd = () => write('\0\n');

/**
 * An error as Lambda tells it: an object for the caller, JSON for the log.
 * @param lines what its stack is called: `trace` to the caller, `stack` in the log
 */
export const describe = (error, lines) => {
    if (error === null || typeof error !== 'object' || typeof error.message !== 'string') {
        const plain = { errorType: typeof error, errorMessage: String(error), [lines]: [] };
        return lines === 'stack' ? JSON.stringify(plain) : plain;
    }
    const told = {
        errorType: String(error.name ?? 'Error').replaceAll('\x7f', '%7F'),
        errorMessage: error.message.replaceAll('\x7f', '%7F'),
    };
    if (lines === 'stack') {
        for (const [name, value] of Object.entries(error)) {
            if (name !== 'name' && name !== 'message' && name !== 'stack') {
                told[name] = value;
            }
        }
    }
    told[lines] = String(error.stack ?? '').split('\n');
    return lines === 'stack' ? safely(told) : told;
};

/** As JSON in one line; what refers to itself is described instead. */
const safely = (told) => {
    try {
        return JSON.stringify(told, (_, value) => (value instanceof Error ? describe(value, 'trace') : value));
    } catch {
        return formatWithOptions({}, told);
    }
};
