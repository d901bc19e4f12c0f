// The official TypeScript client pinned to 2026-07-28: lists and calls, and prints what it got as one JSON object.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [url, token, tool] = process.argv.slice(2);
const client = new Client({ name: 'pinned', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } })
);
const outcome = async promise => {
    try {
        return await promise;
    } catch (error) {
        return { refused: error.code ?? String(error) };
    }
};
const report = {
    tools: (await client.listTools()).tools.map(each => each.name),
    prompts: (await client.listPrompts()).prompts.map(each => each.name),
    resources: (await client.listResources()).resources.map(each => each.uri),
    call: await outcome(client.callTool({ name: tool, arguments: { text: 'pinned' } })),
    hidden: await outcome(client.callTool({ name: tool.replace('echo', 'hidden'), arguments: {} })),
    read: await outcome(client.readResource({ uri: 'note://open' }))
};
await client.close();
console.log(JSON.stringify(report));
