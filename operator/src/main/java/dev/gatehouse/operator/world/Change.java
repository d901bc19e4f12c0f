package dev.gatehouse.operator.world;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.Finding;

/** What a watch says of one object. */
public sealed interface Change {

    ResourceKey key();

    /** It is there, and this is all of it. */
    record Put(Resource resource) implements Change {
        @Override
        public ResourceKey key() {
            return resource.key();
        }
    }

    /** It is there, and cannot be read: to the world it is not there, and its status says why. */
    record Refused(Incarnation incarnation, Finding finding) implements Change {
        @Override
        public ResourceKey key() {
            return finding.resource();
        }
    }

    /** It is gone, or about to go. */
    record Gone(ResourceKey key) implements Change {}

    /** Which object under a name, and which state of its spec. */
    record Incarnation(String uid, long generation) {

        public static Incarnation of(Resource resource) {
            return new Incarnation(resource.uid(), resource.metadata().generation());
        }
    }
}
