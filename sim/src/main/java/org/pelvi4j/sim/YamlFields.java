package org.pelvi4j.sim;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** The lines of one YAML mapping; a mistake is told with file, line and column. Confined to one thread. */
final class YamlFields {
    /** A scenario is a page; more is a mistake. */
    private static final int LONGEST_FILE = 65_536;

    private final String file;
    private final Node whole;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlFields(String file, Node node, Set<String> known) {
        this.file = file;
        this.whole = node;
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "expected 'key: value' lines");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!known.isEmpty() && !known.contains(key)) {
                throw wrong(tuple.getKeyNode(), key + ": expected one of " + String.join(", ", known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), key + ": expected once but was there twice");
            }
        }
    }

    static YamlFields read(String file, Reader yaml, Set<String> known) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST_FILE)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            Optional<Node> root =
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, yaml))).getSingleNode();
            if (root.isEmpty()) {
                throw new IllegalArgumentException(file + ":1:1: expected 'key: value' lines");
            }
            return new YamlFields(file, root.get(), known);
        } catch (MarkedYamlEngineException e) {
            throw new IllegalArgumentException(place(file, e.getProblemMark()) + "not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ":1:1: not YAML: " + e.getMessage(), e);
        }
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** One value, made from its text; what the maker throws is told with the value's place. */
    <T> T get(String key, Function<String, T> make) {
        Node node = values.get(key);
        if (node == null) {
            throw wrong(whole, key + ": expected a value but there is none");
        }
        String text = text(node);
        try {
            return make.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place(file, node.getStartMark()) + key + ": " + e.getMessage(), e);
        }
    }

    <T> T get(String key, Function<String, T> make, T otherwise) {
        return has(key) ? get(key, make) : otherwise;
    }

    /** A list of mappings, in order; none when the key is not there. */
    List<YamlFields> list(String key, Set<String> known) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(node, key + ": expected a list, each part beginning with '- '");
        }
        var parts = new ArrayList<YamlFields>();
        for (Node part : sequence.getValue()) {
            parts.add(new YamlFields(file, part, known));
        }
        return parts;
    }

    /** A mapping below this one; empty when the key is not there. */
    Optional<YamlFields> below(String key, Set<String> known) {
        return Optional.ofNullable(values.get(key)).map(node -> new YamlFields(file, node, known));
    }

    /** A mistake of the whole, told with its first line. */
    IllegalArgumentException wrong(String message) {
        return wrong(whole, message);
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node, "expected one value");
    }

    private IllegalArgumentException wrong(Node node, String message) {
        return new IllegalArgumentException(place(file, node.getStartMark()) + message);
    }

    private static String place(String file, Optional<Mark> mark) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        return file + ":" + line + ":" + column + ": ";
    }
}
