package dev.gatehouse.gateway.upstream.lane;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;

/**
 * What the gateway says at the head of one upstream request. Built from authorised values only: no header of the client
 * is ever copied.
 */
public record CallHead(HttpString method, HeaderMap headers) {}
