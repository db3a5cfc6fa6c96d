/** The record for people to read: one page for the printer, charts for the terminal. Imports: app.store, core. */
@org.jspecify.annotations.NullMarked
package org.pelvi4j.app.report;
