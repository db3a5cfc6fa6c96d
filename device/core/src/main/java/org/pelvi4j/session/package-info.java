/** Top: builds the flow from top to bottom and owns its threads. Imports: all. */
package org.pelvi4j.session;
