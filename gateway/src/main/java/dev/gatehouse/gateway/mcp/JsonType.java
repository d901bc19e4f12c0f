package dev.gatehouse.gateway.mcp;

/** What a JSON value is. */
enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL;

    boolean container() {
        return this == OBJECT || this == ARRAY;
    }
}
