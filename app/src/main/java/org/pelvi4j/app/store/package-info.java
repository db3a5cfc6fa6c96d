/**
 * The record of several people on one device: profiles, practices, days, and their recordings; in SQLite and EDF+ files,
 * local and private. Imports: core only.
 */
@org.jspecify.annotations.NullMarked
package org.pelvi4j.app.store;
