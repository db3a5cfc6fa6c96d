package org.pelvi4j.app;

import java.io.Flushable;
import java.io.IOException;

/** Text that is flushed at the end of each line, so that a pipe sees it at once. Confined to one thread. */
final class LineFlusher implements Appendable {
    private final Appendable out;

    <T extends Appendable & Flushable> LineFlusher(T out) {
        this.out = out;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        out.append(text, start, end);
        if (text.subSequence(start, end).toString().indexOf('\n') >= 0) {
            ((Flushable) out).flush();
        }
        return this;
    }

    @Override
    public Appendable append(char character) throws IOException {
        return append(String.valueOf(character), 0, 1);
    }
}
