// Finds the handler that a function's configuration names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const fault = (name, cause) => {
    const error = new Error(String(cause));
    error.name = `Runtime.${name}`;
    if (cause?.stack) {
        error.stack = `Runtime.${name}: ${cause.stack}`;
    } else {
        error.stack = error.stack.replace(/^Error/, error.name);
    }
    return error;
};

/** Whether a `.js` file is a module of ECMAScript: the closest package.json says so. */
const isModule = (file, root) => {
    for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
        const description = path.join(folder, 'package.json');
        if (existsSync(description)) {
            try {
                return JSON.parse(readFileSync(description, 'utf8')).type === 'module';
            } catch {
                return false;
            }
        }
        if (folder === path.dirname(folder)) {
            break;
        }
    }
    return false;
};

const loadModule = async (root, folder, name) => {
    const base = path.resolve(root, folder, name);
    const require = createRequire(path.join(process.env.LAMBDA_RUNTIME_DIR, 'index.mjs'));
    for (const ending of ['', '.js', '.mjs', '.cjs']) {
        const file = base + ending;
        if (!existsSync(file) || (ending === '' && path.extname(file) === '')) {
            continue;
        }
        if (ending === '.mjs' || (ending === '.js' && isModule(file, root))) {
            return import(pathToFileURL(file).href);
        }
        return require(file);
    }
    return require(require.resolve(folder === '' ? name : `./${path.join(folder, name)}`, { paths: [root, path.join(root, folder)] }));
};

/** @returns the handler; it throws Lambda's own errors where there is none */
export const load = async (root, full) => {
    if (full.includes('..')) {
        throw fault('MalformedHandlerName', `'${full}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`);
    }
    const base = path.basename(full);
    const folder = full.slice(0, full.length - base.length).replace(/^\/+/, '');
    const parts = base.match(/^([^.]*)\.(.*)$/);
    if (!parts || parts.length !== 3) {
        throw fault('MalformedHandlerName', 'Bad handler');
    }
    let module;
    try {
        module = await loadModule(root, folder, parts[1]);
    } catch (error) {
        if (error instanceof SyntaxError) {
            throw fault('UserCodeSyntaxError', error);
        }
        if (error?.code === 'MODULE_NOT_FOUND') {
            throw fault('ImportModuleError', hinted(error));
        }
        throw hinted(error);
    }
    const found = parts[2].split('.').reduce((object, name) => object?.[name], module) ?? parts[2].split('.').reduce((object, name) => object?.[name], module.default);
    if (!found) {
        throw fault('HandlerNotFound', `${full} is undefined or not exported`);
    }
    if (typeof found !== 'function') {
        throw fault('HandlerNotFound', `${full} is not a function`);
    }
    return found;
};

/** A client of the AWS SDK that is missing is there on AWS: what to do about it is said. */
const hinted = (error) => {
    const name = /Cannot find (?:module|package) '((?:@aws-sdk|@smithy)\/[^'/]+)/.exec(error?.message ?? '')?.[1];
    if (name) {
        console.warn(hint(name));
    }
    return error;
};

const hint = (name) => {
    const modules = path.resolve(process.env.LAMBDA_TASK_ROOT, '../node_modules/@aws-sdk');
    if (!existsSync(modules)) {
        return `The emulator has no ${name} for functions: \`bin/groundschool runtime install nodejs-sdk\` fetches the clients of the services that it emulates.`;
    }
    const clients = readdirSync(modules).filter((each) => each.startsWith('client-'));
    return `On AWS functions find every client of the SDK; here those of the services that are emulated: ${clients.join(', ')}. Pack ${name} with your function, as one does on AWS where the version counts.`;
};
