package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Map<String, String> read(String yaml) throws IOException {
        return Defaults.read(Files.writeString(folder.resolve("config.yaml"), yaml));
    }

    @Test
    void whatEndsInAColonIsTextOnlyInQuotes() throws IOException {
        assertThat(read("display:\n  - \"terminal:\"\n  - ledbar:5,6\n"))
                .containsEntry("display", "terminal:\nledbar:5,6");
        for (String wrong : new String[] {"display:\n  - terminal:\n", "display: {terminal: }\n"}) {
            assertThatThrownBy(() -> read(wrong))
                    .isInstanceOf(Failure.class)
                    .hasMessage(folder.resolve("config.yaml")
                            + ": display: expected a text, and what ends in a colon in quotes: \"terminal:\"");
        }
    }
}
