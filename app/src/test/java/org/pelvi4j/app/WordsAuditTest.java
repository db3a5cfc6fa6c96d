package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Everything that a user can read, in every language: no claim, and no praise or blame of a person. */
class WordsAuditTest {
    /** Source: DOMAIN 1.16, claims; DESIGN, first page. */
    private static final Pattern CLAIMS = Pattern.compile(
            "(?i)\\b(treat(s|ed|ing|ment)?|cur(e|es|ed|ing)|prevent\\w*|diagnos\\w*|heal(s|ed|ing)|therapeutic\\w*"
                    + "|behandel\\w*|behandlung\\w*|heil(t|en|ung)|vorbeug\\w*|verhinder\\w*|diagnost\\w*)\\b");
    /** No text grades a person, and no norm is a grade. Source: SCREENS 4, 11; DESIGN 3, invariant 2. */
    private static final Pattern GRADES =
            Pattern.compile("(?i)\\b(abnormal|normal range|too weak|you failed|incontinen\\w*|prolapse\\w*)\\b");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("seeds")) ? here : here.resolve("..").normalize();
    }

    private static Map<String, String> texts() throws IOException {
        var all = new TreeMap<String, String>();
        for (String file : List.of(
                "device/core/src/main/resources/org/pelvi4j/display",
                "app/src/main/resources/org/pelvi4j/app/report")) {
            try (Stream<Path> files = Files.list(root().resolve(file))) {
                for (Path each :
                        files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                    all.put(each.toString(), Files.readString(each, StandardCharsets.UTF_8));
                }
            }
        }
        try (Stream<Path> files = Files.walk(root().resolve("seeds"))) {
            for (Path each : files.filter(f ->
                            f.toString().matches(".*(yaml|md)") && !f.toString().contains("target"))
                    .toList()) {
                all.put(each.toString(), Files.readString(each, StandardCharsets.UTF_8));
            }
        }
        all.put("README.md", Files.readString(root().resolve("README.md")));
        help("pelvi4j", Main.commandLine(), all);
        return all;
    }

    private static void help(String name, CommandLine command, Map<String, String> into) {
        into.put(name + " --help", command.getUsageMessage());
        command.getSubcommands().forEach((sub, line) -> help(name + " " + sub, line, into));
    }

    @Test
    void nothingAUserCanReadClaimsAnything() throws IOException {
        Map<String, String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(50);
        var found = new ArrayList<String>();
        texts.forEach((where, text) -> text.lines()
                .filter(line ->
                        CLAIMS.matcher(line).find() || GRADES.matcher(line).find())
                .forEach(line -> found.add(where + ": " + line.strip())));
        assertThat(found).isEmpty();
    }

    @Test
    void everyCommandHasAHelpThatSaysWhatItDoesAndAnExampleWhereItHasOptions() {
        Main.commandLine().getSubcommands().forEach((name, line) -> {
            assertThat(line.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
            assertThat(line.getUsageMessage().lines()).as(name).allMatch(text -> text.length() <= 130);
        });
    }
}
