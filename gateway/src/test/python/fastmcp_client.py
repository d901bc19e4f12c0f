"""FastMCP's client with its defaults: connects, lists tools, calls one, and prints what it got as one JSON object."""

import asyncio
import json
import sys

from fastmcp import Client
from fastmcp.client.transports import StreamableHttpTransport


async def main(url: str, token: str, tool: str) -> None:
    transport = StreamableHttpTransport(url, headers={"Authorization": f"Bearer {token}"})
    async with Client(transport) as client:
        tools = [tool.name for tool in await client.list_tools()]
        result = await client.call_tool(tool, {"a": 40, "b": 2})
        print(json.dumps({"tools": tools, "call": result.content[0].text}))


asyncio.run(main(*sys.argv[1:]))
