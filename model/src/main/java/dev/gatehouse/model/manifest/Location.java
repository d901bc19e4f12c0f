package dev.gatehouse.model.manifest;

/** A place in a manifest; lines and columns count from 1. */
public record Location(String file, int line, int column) implements Comparable<Location> {

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** As compilers print it, so that editors can jump there. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
