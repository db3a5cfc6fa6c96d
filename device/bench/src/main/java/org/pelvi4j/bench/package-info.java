/** Benchmarks: the cost of the flow and the accuracy of detection. They report; they assert nothing. */
@org.jspecify.annotations.NullMarked
package org.pelvi4j.bench;
