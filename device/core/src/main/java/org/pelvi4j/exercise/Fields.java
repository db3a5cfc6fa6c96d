package org.pelvi4j.exercise;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The fields of a YAML mapping; every mistake is told with file, line and column. Confined to one thread. */
final class Fields {
    /** A programme is a page; more is a mistake or an attack. Source: ours. */
    private static final int LONGEST_FILE = 65_536;

    /** Each letter of a line may open one more level, and so may each bracket. Source: ours. */
    private static final int LONGEST_LINE = 500;

    private static final int MOST_BRACKETS = 200;

    private static final int LONGEST_MESSAGE = 240;

    private final String file;
    private final MappingNode mapping;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(String file, MappingNode mapping, List<String> known) {
        this.file = file;
        this.mapping = mapping;
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "key");
            if (!known.contains(key)) {
                throw wrong(tuple.getKeyNode(), key, "expected one of " + String.join(", ", known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), key, "expected once but was there twice");
            }
        }
    }

    static Fields read(String file, Reader yaml, List<String> known) {
        String text = text(file, yaml);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .build();
        Optional<Node> root;
        try {
            root = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            throw new IllegalArgumentException(place(file, e.getProblemMark()) + notYaml(e), e);
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + ":1:1: not YAML: " + printable(firstLine(e.getMessage())), e);
        }
        if (root.isPresent() && root.get() instanceof MappingNode mapping) {
            return new Fields(file, mapping, known);
        }
        throw new IllegalArgumentException(file + ":1:1: expected 'key: value' lines");
    }

    /** All of the text; what is too long, or nested so deep that reading it would overflow the stack, is refused. */
    private static String text(String file, Reader yaml) {
        var text = new char[LONGEST_FILE + 1];
        int length = 0;
        try {
            for (int n = 0; n >= 0 && length < text.length; length += Math.max(0, n)) {
                n = yaml.read(text, length, text.length - length);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String all = new String(text, 0, length);
        long brackets = all.chars().filter(c -> c == '[' || c == '{').count();
        if (length > LONGEST_FILE || brackets > MOST_BRACKETS || all.lines().anyMatch(l -> l.length() > LONGEST_LINE)) {
            throw new IllegalArgumentException(file + ":1:1: expected a page of short lines but was longer than "
                    + LONGEST_FILE + " letters, a line " + "longer than " + LONGEST_LINE + ", or full of brackets");
        }
        return all;
    }

    private static String notYaml(MarkedYamlEngineException e) {
        String context = String.valueOf(e.getContext());
        boolean sign = context.contains("block scalar");
        return sign ? "expected quotes: a value that begins with > or | needs them, as in \">= 40 %\"" : problem(e);
    }

    private static String problem(MarkedYamlEngineException e) {
        return "not YAML: " + printable(firstLine(e.getProblem()));
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** One value, made from its text; what the maker throws is told with the value's place. */
    <T> T get(String key, Function<String, T> make) {
        Node node = values.get(key);
        if (node == null) {
            throw wrong(mapping, key, "expected a value but there is none");
        }
        try {
            return make.apply(scalar(node, key));
        } catch (IllegalArgumentException e) {
            throw located(e) ? e : wrong(node, key, String.valueOf(e.getMessage()));
        }
    }

    <T> T get(String key, Function<String, T> make, T otherwise) {
        return has(key) ? get(key, make) : otherwise;
    }

    /** A list of mappings, in order. */
    List<Fields> list(String key, List<String> known) {
        Node node = values.get(key);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw wrong(node == null ? mapping : node, key, "expected a list, each part beginning with '- '");
        }
        var parts = new ArrayList<Fields>();
        for (Node part : sequence.getValue()) {
            if (!(part instanceof MappingNode fields)) {
                throw wrong(part, key, "expected 'key: value' lines");
            }
            parts.add(new Fields(file, fields, known));
        }
        return parts;
    }

    /** Makes something of several fields; a mistake is told at the place of the key it begins with, or at the start. */
    <T> T make(java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(": ");
            Node node = colon < 0 ? null : values.get(message.substring(0, colon));
            throw located(e)
                    ? e
                    : new IllegalArgumentException(
                            place(file, (node == null ? mapping : node).getStartMark()) + message);
        }
    }

    private boolean located(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).startsWith(file + ":");
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node, key, "expected one value");
    }

    private IllegalArgumentException wrong(Node node, String key, String what) {
        return new IllegalArgumentException(place(file, node.getStartMark()) + printable(key + ": " + what));
    }

    /** A file's own text in a message must not break its line, nor hide in it. */
    private static String printable(String text) {
        String shown = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\u0085]", "?");
        return shown.length() <= LONGEST_MESSAGE ? shown : shown.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static String place(String file, Optional<Mark> mark) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        return file + ":" + line + ":" + column + ": ";
    }
}
