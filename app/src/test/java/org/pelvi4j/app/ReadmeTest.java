package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static List<String> program() throws Exception {
        List<String> source = Files.readAllLines(Path.of("src/test/java/org/pelvi4j/app/ReadmeProgram.java"));
        return source.subList(source.indexOf("    // begin") + 1, source.indexOf("    // end")).stream()
                .map(line -> line.replaceFirst("^ {4}", ""))
                .toList();
    }

    @Test
    void readmeShowsTheProgramThatIsCompiledHere() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme).contains("```java\n" + String.join("\n", program()) + "\n```");
    }

    @Test
    void theProgramHasFifteenLinesInside() throws Exception {
        assertThat(program().size() - 2).isLessThanOrEqualTo(16);
    }

    @Test
    void theProgramGuidesASimulatedPersonToTheEnd() throws Exception {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ReadmeProgram.main();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("squeeze").contains(" of 12 held");
    }
}
