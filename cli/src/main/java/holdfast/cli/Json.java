package holdfast.cli;

import java.util.List;

/** One JSON object, built member by member in order. Lists of texts and of objects are all it needs to know. */
final class Json {
    private final StringBuilder text = new StringBuilder("{");

    Json put(String name, String value) {
        member(name);
        quote(value);
        return this;
    }

    Json put(String name, long value) {
        member(name);
        text.append(value);
        return this;
    }

    Json put(String name, double value) {
        member(name);
        text.append(value);
        return this;
    }

    Json put(String name, boolean value) {
        member(name);
        text.append(value);
        return this;
    }

    Json put(String name, Json value) {
        member(name);
        text.append(value);
        return this;
    }

    Json putTexts(String name, List<String> values) {
        member(name);
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            quote(values.get(i));
        }
        text.append(']');
        return this;
    }

    Json putObjects(String name, List<Json> values) {
        member(name);
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(values.get(i));
        }
        text.append(']');
        return this;
    }

    private void member(String name) {
        text.append(text.length() == 1 ? "" : ",");
        quote(name);
        text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
