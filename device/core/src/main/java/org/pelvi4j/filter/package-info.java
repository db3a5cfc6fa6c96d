/** Foundation: number to number; a thin, validated face on iirj, and moving windows. Imports: nothing. */
package org.pelvi4j.filter;
