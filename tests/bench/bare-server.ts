/**
 * The ceiling of a cached page: a bare `node:http` server that answers everything with one body kept in memory.
 * Reads `{headers, body (base64)}` from its input, prints its port.
 */
import { createServer } from 'node:http';
import { readOrders, type BarePage } from './child.ts';

const page = await readOrders<BarePage>();
const body = Buffer.from(page.body, 'base64');
const headers = { ...page.headers, 'content-length': String(body.length) };
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.once('SIGTERM', () => process.exit(0));
