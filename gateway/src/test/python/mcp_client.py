"""The official Python client with its defaults: connects, lists tools, calls one, and prints what it got as one JSON object."""

import asyncio
import json
import sys

import httpx2
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client


async def main(url: str, token: str, tool: str) -> None:
    http = httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=30)
    async with Client(streamable_http_client(url, http_client=http)) as client:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        result = await client.call_tool(tool, {"a": 40, "b": 2})
        print(json.dumps({"tools": tools, "call": result.content[0].text}))


asyncio.run(main(*sys.argv[1:]))
