package org.pelvi4j.session;

import org.pelvi4j.feedback.Picture;

/** What the acquisition thread sees of a display: a slot in live time, the display itself in virtual time. */
interface Screen extends AutoCloseable {
    void accept(Picture picture);

    @Override
    void close();
}
