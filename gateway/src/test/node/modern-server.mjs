// A 2026-07-28 server on the official TypeScript SDK. It prints its port, and POST /notify/{kind} makes it announce a change.
import { createServer } from 'node:http';
import { McpServer, ResourceTemplate, completable, createMcpHandler } from '@modelcontextprotocol/server';
import { z } from 'zod';

const text = value => ({ content: [{ type: 'text', text: value }] });
const cities = ['Berlin', 'Bern', 'Lisbon'];

function build() {
    const server = new McpServer(
        { name: 'modern-fixture', version: '1.0.0' },
        { capabilities: { resources: { subscribe: true } }, instructions: 'modern instructions' }
    );
    server.registerTool('echo', { inputSchema: z.object({ text: z.string() }) }, async args => text(`echo ${args.text}`));
    server.registerTool('hidden', { inputSchema: z.object({}) }, async () => text('you should not see this'));
    server.registerTool('steps', { inputSchema: z.object({}) }, async (_, ctx) => {
        const progressToken = ctx.mcpReq._meta?.progressToken;
        for (let progress = 1; progress <= 3; progress++) {
            await ctx.mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 3 } });
        }
        return text('stepped');
    });
    server.registerPrompt(
        'greet',
        { argsSchema: z.object({ city: completable(z.string(), value => cities.filter(city => city.startsWith(value))) }) },
        ({ city }) => ({ messages: [{ role: 'user', content: { type: 'text', text: `Greet ${city}` } }] })
    );
    server.registerPrompt('secret-prompt', {}, () => ({ messages: [] }));
    const read = async uri => ({ contents: [{ uri: uri.href, mimeType: 'text/plain', text: `content of ${uri.href}` }] });
    server.registerResource('open', 'note://open', { mimeType: 'text/plain' }, read);
    server.registerResource('closed', 'note://closed', { mimeType: 'text/plain' }, read);
    server.registerResource('city', new ResourceTemplate('city://{name}', { list: undefined }), {}, read);
    return server;
}

const handler = createMcpHandler(build, { legacy: 'reject' });
const announcements = {
    tools: () => handler.notify.toolsChanged(),
    prompts: () => handler.notify.promptsChanged(),
    open: () => handler.notify.resourceUpdated('note://open'),
    closed: () => handler.notify.resourceUpdated('note://closed')
};

async function answer(req, res) {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const kind = req.url.startsWith('/notify/') ? req.url.slice('/notify/'.length) : undefined;
    if (kind) {
        announcements[kind]();
        res.writeHead(204).end();
        return;
    }
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    const response = await handler.fetch(
        new Request(`http://127.0.0.1${req.url}`, {
            method: req.method,
            headers: req.headers,
            body: req.method === 'POST' ? Buffer.concat(chunks) : undefined,
            signal: gone.signal
        })
    );
    res.writeHead(response.status, Object.fromEntries(response.headers));
    res.flushHeaders();
    if (response.body) {
        for await (const chunk of response.body) res.write(chunk);
    }
    res.end();
}

const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
});
server.listen(0, '127.0.0.1', () => console.log(`listening on port ${server.address().port}`));
