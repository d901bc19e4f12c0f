package dev.gatehouse.gateway.mcp;

/** What the value of a known member must be. */
enum Shape {
    STRING,
    /** A string or an integer that every reader keeps exactly. */
    TOKEN,
    OBJECT,
    ARRAY,
    BOOLEAN,
    ANY;

    boolean accepts(JsonType type) {
        return switch (this) {
            case STRING -> type == JsonType.STRING;
            case TOKEN -> type == JsonType.STRING || type == JsonType.NUMBER;
            case OBJECT -> type == JsonType.OBJECT;
            case ARRAY -> type == JsonType.ARRAY;
            case BOOLEAN -> type == JsonType.TRUE || type == JsonType.FALSE;
            case ANY -> true;
        };
    }

    boolean read() {
        return this == STRING || this == TOKEN;
    }
}
