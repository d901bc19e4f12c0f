package dev.gatehouse.operator.status;

/** Something that just became true of an object and that people should hear of. */
public record Notice(Type type, String reason, String message) {

    /** As Kubernetes tells them apart. */
    public enum Type {
        NORMAL("Normal"),
        WARNING("Warning");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
