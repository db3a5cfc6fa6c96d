/** Sink: anything above to EDF+ and CSV, and back. In: {@link Recorder}. Out: files. Imports: sensor to feedback. */
package org.pelvi4j.record;
