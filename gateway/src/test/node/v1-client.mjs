// The official TypeScript client of the line before: lists and calls, and prints what it got as one JSON object.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, token, tool] = process.argv.slice(2);
const client = new Client({ name: 'v1', version: '1' });
await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } })
);
const tools = (await client.listTools()).tools.map(each => each.name);
const call = await client.callTool({ name: tool, arguments: { a: 40, b: 2 } });
await client.close();
console.log(JSON.stringify({ tools, call: call.content[0].text }));
