package org.pelvi4j.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option is when the command line does not say: {@code PELVI4J_SENSOR} in the environment, then {@code sensor:} in
 * the user's {@code config.yaml}. Immutable.
 */
final class Defaults implements IDefaultValueProvider {
    /** Parts the values of an option that may be given several times; a URI may have commas. */
    static final String LIST = "\n";

    private final Map<String, String> environment;
    private final Map<String, String> config;

    Defaults(Map<String, String> environment, Map<String, String> config) {
        this.environment = Map.copyOf(environment);
        this.config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    }

    static Defaults ofThisUser() {
        Path file = Folders.config().resolve("config.yaml");
        return new Defaults(System.getenv(), Files.isReadable(file) ? read(file) : Map.of());
    }

    static Map<String, String> read(Path file) {
        var settings = LoadSettings.builder().setLabel(file.toString()).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Load(settings).loadFromReader(reader);
            if (root == null) {
                return Map.of();
            }
            if (!(root instanceof Map<?, ?> pairs)) {
                throw new Failure(file + ": expected lines like 'sensor: sim:healthy'");
            }
            var config = new LinkedHashMap<String, String>();
            pairs.forEach((key, value) -> config.put(String.valueOf(key), text(file + ": " + key, value)));
            return config;
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " in " + file
                    + ": expected lines like 'sensor: sim:healthy'");
        } catch (IOException e) {
            throw new Failure(file + ": " + Main.message(e));
        }
    }

    private static String text(String place, @Nullable Object value) {
        return value instanceof List<?> several
                ? String.join(
                        LIST, several.stream().map(one -> plain(place, one)).toList())
                : plain(place, value);
    }

    /** A word that ends in a colon is no text to YAML: {@code - terminal:} without quotes is a pair. */
    private static String plain(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> pair && !pair.isEmpty()) {
            String key = String.valueOf(pair.keySet().iterator().next());
            throw new Failure(place + ": expected a text, and what ends in a colon in quotes: \"" + key + ":\"");
        }
        return String.valueOf(value);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "");
        String variable = "PELVI4J_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String value = environment.get(variable);
        return value != null ? value : config.get(name);
    }
}
