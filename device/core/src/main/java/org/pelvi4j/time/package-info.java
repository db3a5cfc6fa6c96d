/** Foundation: clocks. The only package that reads one. Imports: nothing. */
package org.pelvi4j.time;
