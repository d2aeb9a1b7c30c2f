// Lets programs that speak TCP reach the two sockets that lead out of an isolated environment.
import net from 'node:net';

// Nothing here keeps the process alive: whoever waits for an answer does.
const relay = (port, path) =>
    new Promise((resolve, reject) => {
        const server = net.createServer({ allowHalfOpen: true }, (inner) => {
            const outer = net.connect({ path, allowHalfOpen: true });
            for (const [from, to] of [[inner, outer], [outer, inner]]) {
                from.unref();
                from.on('error', () => to.destroy());
                from.pipe(to);
            }
        });
        server.on('error', reject);
        server.listen(port, '127.0.0.1', resolve);
        server.unref();
    });

/** Relays as each `PORT=PATH` says. */
export const listen = (pairs) =>
    Promise.all(pairs.map((pair) => pair.split('=')).map(([port, path]) => relay(Number(port), path)));
