package dev.gatehouse.gateway.cli.mcpjungle;

/** A line of a file, from 1; 0 is the file as a whole. */
record SourceLine(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
