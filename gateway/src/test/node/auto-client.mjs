// The official TypeScript client that finds the revision out itself: lists and calls, and prints what it got as one JSON object.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [url, token, tool] = process.argv.slice(2);
const client = new Client({ name: 'auto', version: '2' }, { versionNegotiation: { mode: 'auto' } });
await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } })
);
const tools = (await client.listTools()).tools.map(each => each.name);
const call = await client.callTool({ name: tool, arguments: { a: 40, b: 2 } });
await client.close();
console.log(JSON.stringify({ tools, call: call.content[0].text }));
