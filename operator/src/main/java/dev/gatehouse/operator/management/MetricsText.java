package dev.gatehouse.operator.management;

/** Text in the Prometheus exposition format, version 0.0.4. */
public final class MetricsText {

    private final StringBuilder text = new StringBuilder(2048);

    public MetricsText gauge(String name, String help, double value) {
        return family(name, "gauge", help).sample(name, value);
    }

    public MetricsText counter(String name, String help, double value) {
        return family(name, "counter", help).sample(name, value);
    }

    public MetricsText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    public MetricsText sample(String name, double value) {
        text.append(name).append(' ').append(number(value)).append('\n');
        return this;
    }

    public MetricsText sample(String name, String label, String labelValue, double value) {
        String escaped = labelValue.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        text.append(name)
                .append('{')
                .append(label)
                .append("=\"")
                .append(escaped)
                .append("\"} ");
        text.append(number(value)).append('\n');
        return this;
    }

    private static String number(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
