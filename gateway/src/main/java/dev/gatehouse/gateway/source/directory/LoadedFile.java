package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as it was last read.
 *
 * @param stamp absent: it must be read again at the next look in any case
 * @param content what tells that the same bytes were read again, so that the same objects are kept
 * @param doubtful it gives nothing any more and was written a moment ago: perhaps it is being written
 */
record LoadedFile(@Nullable FileStamp stamp, String content, Manifest manifest, boolean doubtful) {}
