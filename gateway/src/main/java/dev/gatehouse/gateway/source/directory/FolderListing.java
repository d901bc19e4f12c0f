package dev.gatehouse.gateway.source.directory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What stands in the folder at one look.
 *
 * @param files manifests by path, regular files and links to such
 * @param refused what looks like a manifest or a folder and cannot be taken, with the reason
 * @param folders every folder looked into
 * @param linked folders in which a change may show through a link
 */
record FolderListing(Map<Path, FileStamp> files, Map<Path, String> refused, Set<Path> folders, Set<Path> linked) {}
