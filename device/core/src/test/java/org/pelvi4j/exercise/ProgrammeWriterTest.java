package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeWriterTest {
    @ParameterizedTest
    @MethodSource("org.pelvi4j.exercise.ProgrammeTest#ids")
    void whatIsWrittenReadsTheSame(String id) {
        Programme programme = Seeds.programme(id);
        assertThat(Programme.read(id, new StringReader(programme.yaml()))).isEqualTo(programme);
    }
}
