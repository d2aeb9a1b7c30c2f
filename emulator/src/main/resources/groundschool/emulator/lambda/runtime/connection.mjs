// The runtime API over one connection, with as little between the socket and the function as can be: what is asked in one
// breath is sent in one piece, and answers come in the order in which was asked.
import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export class Connection {
    #socket;
    #waiting = [];
    #parts = [];
    #size = 0;
    #needed = 0;

    /** @param target what `net.connect` takes */
    constructor(target) {
        this.#socket = net.connect(target);
        this.#socket.setNoDelay(true);
        this.#socket.on('data', (chunk) => this.#take(chunk));
        this.#socket.on('error', (error) => this.#fail(error));
        this.#socket.on('close', () => this.#fail(new Error('The runtime API has hung up')));
        this.#socket.unref();
    }

    /** @returns status, headers and body of the answer */
    ask(method, path, body = '', headers = '') {
        return new Promise((resolve, reject) => {
            // A function is not kept alive by a connection over which nothing is asked.
            if (this.#waiting.push({ resolve, reject }) === 1) {
                this.#socket.ref();
                this.#socket.cork();
                process.nextTick(() => this.#socket.uncork());
            }
            this.#socket.write(
                `${method} /2018-06-01/runtime/${path} HTTP/1.1\r\nHost: lambda\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`,
            );
        });
    }

    post(path, text, headers = '') {
        return this.ask('POST', path, text, `Content-Type: application/json\r\n${headers}`);
    }

    #take(chunk) {
        this.#parts.push(chunk);
        this.#size += chunk.length;
        while (this.#size >= this.#needed && this.#size > 0) {
            const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
            this.#parts = [all];
            const end = all.indexOf(HEAD_END);
            if (end < 0) {
                this.#needed = this.#size + 1;
                return;
            }
            const { status, headers } = headOf(all.toString('utf8', 0, end));
            const from = end + HEAD_END.length;
            const to = from + Number(headers['content-length'] ?? 0);
            if (all.length < to) {
                this.#needed = to;
                return;
            }
            const rest = all.subarray(to);
            this.#parts = rest.length > 0 ? [rest] : [];
            this.#size = rest.length;
            this.#needed = 0;
            this.#answered({ status, headers, body: all.subarray(from, to) });
        }
    }

    #answered(answer) {
        const { resolve } = this.#waiting.shift();
        if (this.#waiting.length === 0) {
            this.#socket.unref();
        }
        resolve(answer);
    }

    #fail(error) {
        this.#waiting.splice(0).forEach(({ reject }) => reject(error));
    }
}

const headOf = (text) => {
    const [first, ...lines] = text.split('\r\n');
    const headers = {};
    for (const line of lines) {
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    return { status: Number(first.split(' ', 2)[1]), headers };
};
